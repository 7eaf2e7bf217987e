/**
 * Measures the fixture experiment `slow` as `npm run measure` does, with real processes and real signals, but without
 * the minutes of waiting: the machine counts as quiet, and the control's program answers without being run.
 *
 *   node driver.ts      with HOME, the folder of everything, and EXPERIMENTS_FOLDER and RESULTS_FOLDER
 */
import { basename } from 'node:path';
import { interruptBySignals } from '../../../scripts/harness/interrupt.ts';
import { createLauncher } from '../../../scripts/harness/launch/launcher.ts';
import type { Launcher } from '../../../scripts/harness/launch/run-outcome.ts';
import { measureExperiments } from '../../../scripts/harness/session/measure-experiments.ts';
import { plainProgress } from '../../../scripts/harness/terminal/progress.ts';
import { realEffects } from '../../../scripts/harness/terminal/real-effects.ts';
import { ownNode } from '../../../scripts/runtimes/node.ts';
import { cannedOutcome, OWN_PROGRAMS, options } from './measuring-bench.ts';

const real = await createLauncher();
const launcher: Launcher = {
  ...real,
  run: async (request) => {
    const own = OWN_PROGRAMS[basename(request.command.argv[0] ?? '')];
    return own === undefined ? await real.run(request) : cannedOutcome(own);
  },
};
const report = await measureExperiments(
  options({ only: ['slow'] }),
  realEffects({
    createLauncher: async () => launcher,
    findRuntimes: async () => ({ found: [ownNode], missing: [] }),
    readText: () => null,
    progress: plainProgress(console.log),
    interrupt: interruptBySignals(() => console.log('Finishing this round')),
  }),
);
process.exitCode = report.interrupted ? 130 : 0;
