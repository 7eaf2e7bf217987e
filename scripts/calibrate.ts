/** `npm run calibrate -- --help`: how often the harness is wrong, what it sees, what it costs. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Calibration, calibrationRows, overheadRatio, upperBound } from '../src/measurement/calibration.ts';
import { formatInterval, formatRatio, formatShare } from '../src/measurement/units.ts';
import { type CalibrationGoal, runCalibration } from './harness/calibration/run-calibration.ts';
import { InputError } from './harness/input-error.ts';
import { interruptBySignals } from './harness/interrupt.ts';
import { parseCount } from './harness/terminal/parse-options.ts';
import { realEffects } from './harness/terminal/real-effects.ts';
import { table } from './harness/terminal/table.ts';

const FILE = join(import.meta.dirname, '..', 'content', 'results', 'calibration.json');

const HELP = `npm run calibrate -- [options]      measures the measuring, into content/results/calibration.json

  --aa <n>        a program against itself, n times (200)
  --slowed <n>    against itself slowed by 1.3, 1.1 and 1.03, n times each (60)
  --pairs <n>     through the harness and bare, n times (60)
  --seed <n>      of the random order; default: drawn, and recorded
  --file <path>   another file
  --help

It goes on where it was left. For a quick look: --aa 5 --slowed 2 --pairs 11 --file .cache/calibration.json`;

function parse(argv: string[]) {
  const options = {
    aa: { type: 'string', default: '200' },
    slowed: { type: 'string', default: '60' },
    pairs: { type: 'string', default: '60' },
    seed: { type: 'string' },
    file: { type: 'string', default: FILE },
    help: { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ args: argv, options, strict: true }).values;
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new InputError(`${reason}. See npm run calibrate -- --help.`);
  }
}

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

async function main(argv: string[]): Promise<number> {
  const values = parse(argv);
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const slowed = parseCount('slowed', values.slowed, 0, 5000);
  const goal: CalibrationGoal = {
    factors: new Map([
      [1, parseCount('aa', values.aa, 0, 10_000)],
      [1.3, slowed],
      [1.1, slowed],
      [1.03, slowed],
    ]),
    overhead: parseCount('pairs', values.pairs, 0, 10_000),
  };
  const interrupt = interruptBySignals(() => console.error('Finishing this trial; Ctrl-C again stops at once.'));
  const effects = realEffects({ interrupt });
  const seed = values.seed === undefined ? effects.drawSeed() : parseCount('seed', values.seed, 0, 2 ** 32 - 1);
  const launcher = await effects.createLauncher();
  interrupt.onAbort(() => launcher.abort());
  const tell = (done: number, of: number) => {
    if (done % 20 === 0) console.log(`${done} of ${of}`);
  };
  try {
    console.log(describe(await runCalibration(values.file, goal, seed, launcher, effects, tell)));
  } finally {
    await launcher.close();
    interrupt.release();
  }
  return interrupt.stopping ? 130 : 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
