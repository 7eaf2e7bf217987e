/** Measures as a person at a terminal expects it: progress while it runs, Ctrl-C heard, and the terminal given back. */

import { interruptBySignals } from '../interrupt.ts';
import type { MeasureOptions } from '../options.ts';
import { measureExperiments } from '../session/measure-experiments.ts';
import type { MeasureReport } from '../session/measure-report.ts';
import { liveProgress, plainProgress } from './progress.ts';
import { realEffects } from './real-effects.ts';

/**
 * @param say takes plain lines of progress; null where a live display is wanted
 * @throws InputError as `measureExperiments` does
 */
export async function measureWatched(
  options: MeasureOptions,
  say: ((line: string) => void) | null,
): Promise<MeasureReport> {
  const display = say ? { listen: plainProgress(say), closed: async () => {} } : liveProgress();
  const interrupt = interruptBySignals(() => console.error('Finishing this round; Ctrl-C again stops at once.'));
  try {
    return await measureExperiments(options, realEffects({ progress: display.listen, interrupt }));
  } finally {
    await display.closed();
    interrupt.release();
  }
}
