/** Measures for a person at a terminal: shows progress, handles Ctrl-C and restores the terminal. */

import { interruptBySignals } from '../interrupt.ts';
import type { MeasureOptions } from '../options.ts';
import { measureExperiments } from '../session/measure-experiments.ts';
import type { MeasureReport } from '../session/measure-report.ts';
import { canShowLive, liveProgress } from './live-progress.ts';
import { plainProgress } from './progress.ts';
import { realEffects } from './real-effects.ts';

/**
 * @param quiet keeps standard output free of progress, which then goes to standard error in lines
 * @throws InputError as `measureExperiments` does
 */
export async function measureWatched(options: MeasureOptions, { quiet }: { quiet: boolean }): Promise<MeasureReport> {
  const display =
    !quiet && canShowLive(process.stdout, process.env.TERM)
      ? liveProgress()
      : { listen: plainProgress(quiet ? console.error : console.log), say: console.error, close: async () => {} };
  const interrupt = interruptBySignals(() => display.say('Finishing this round; Ctrl-C again stops at once.'));
  try {
    return await measureExperiments(options, realEffects({ progress: display.listen, interrupt }));
  } finally {
    await display.close(interrupt.stopping);
    interrupt.release();
  }
}
