/** `npm run calibrate`: how often the harness is wrong, what it sees, what it costs. */
import { join } from 'node:path';
import { type Calibration, calibrationRows, overheadRatio, upperBound } from '../src/measurement/calibration.ts';
import { formatInterval, formatRatio, formatShare } from '../src/measurement/units.ts';
import { wholeNumber, words } from './command/command-options.ts';
import { defineCommand } from './command/define-command.ts';
import { runCalibration } from './harness/calibration/run-calibration.ts';
import { interruptBySignals } from './harness/interrupt.ts';
import { choosingOptions } from './harness/terminal/measure-options.ts';
import { realEffects } from './harness/terminal/real-effects.ts';
import { table } from './harness/terminal/table.ts';

const FILE = join(import.meta.dirname, '..', 'content', 'results', 'calibration.json');

function describe(calibration: Calibration): string {
  const rows = (['all', 'quiet'] as const).flatMap((which) =>
    calibrationRows(calibration, which).map(({ factor, trials, confirmed, contradicted, seen }) => [
      `${factor === 1 ? 'against itself' : `slowed × ${factor}`}`,
      which,
      String(trials),
      `${confirmed}`,
      `${contradicted}`,
      `${formatShare(seen / Math.max(1, trials))}`,
      factor === 1 && trials > 0 ? `below ${formatShare(upperBound(confirmed + contradicted, trials))}` : '',
    ]),
  );
  const overhead = overheadRatio(calibration);
  const heading = ['', 'trials', '', 'confirmed', 'contradicted', 'seen', 'false verdicts (99 % bound)'];
  return [
    table([heading, ...rows]),
    '',
    overhead
      ? `Wall time through the harness ÷ bare: ${formatRatio(overhead.estimate)}, interval ${formatInterval(overhead)}`
      : 'Overhead: not measured often enough yet',
  ].join('\n');
}

const times = (usual: number, most: number, help: string) => ({
  value: '<n>',
  help: `${help} (${usual})`,
  read: wholeNumber(0, most),
  default: usual,
});

export default defineCommand({
  name: 'npm run calibrate',
  summary: 'Measures the harness itself: false verdicts, detection of known slowdowns, overhead.',
  options: {
    aa: times(200, 10_000, 'a program against itself, n times'),
    slowed: times(60, 5000, 'against itself slowed by 1.3, 1.1 and 1.03, n times each'),
    pairs: times(60, 10_000, 'through the harness and bare, n times'),
    seed: choosingOptions.seed,
    replace: { help: 'replace the calibration of another machine, runtime or program' },
    file: { value: '<path>', help: 'where it is kept (content/results/calibration.json)', read: words, default: FILE },
  },
  notes: `A second run on the same machine continues the first.
For a quick look: --aa 5 --slowed 2 --pairs 11 --file .cache/calibration.json`,
  async run({ aa, slowed, pairs, seed: given, replace, file }) {
    const factors = new Map([
      [1, aa],
      [1.3, slowed],
      [1.1, slowed],
      [1.03, slowed],
    ]);
    const interrupt = interruptBySignals(() => console.error('Finishing this trial; Ctrl-C again stops at once.'));
    const effects = realEffects({ interrupt });
    const launcher = await effects.createLauncher();
    interrupt.onAbort(() => launcher.abort());
    const tell = (done: number, of: number) => {
      if (done % 20 === 0) console.log(`${done} of ${of}`);
    };
    try {
      const goal = { factors, overhead: pairs, replace };
      console.log(describe(await runCalibration(file, goal, given ?? effects.drawSeed(), launcher, effects, tell)));
    } finally {
      await launcher.close();
      interrupt.release();
    }
    return interrupt.stopping ? 130 : 0;
  },
});
