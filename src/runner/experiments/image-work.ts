/**
 * A picture is blurred: whole, in two bands by workers, in two bands by isolated frames. Moving the pixels counts too.
 */

import { adler32 } from '../../../scripts/experiments/image-work/node/_adler32.ts';
import { RADIUS, render } from '../../../scripts/experiments/image-work/node/_kernel.ts';
import { VERDICT_ROUNDS } from '../../measurement/limits.ts';
import { type BrowserExperiment, needsProcesses, type Reading } from '../browser-experiment.ts';
import { longerInOne } from '../longer-in-one.ts';
import type { UnitKind, UnitScope } from '../unit-scope.ts';
import { warmUnits } from '../warm-up.ts';

const WIDTH = 1800;
const HEIGHT = 1200;
/** The picture that warms up, as in the Node.js programs. */
const LITTLE = { width: 300, height: 100 };

const now = () => performance.timeOrigin + performance.now();

const WORKERS = 2;

let picture: Uint8Array<ArrayBuffer> | undefined;

interface Times {
  began: number;
  ended: number;
}

interface Whole {
  /** When the work began, ms since 1970; how long it took, and the start of the workers before it, ms. */
  began: number;
  wall: number;
  started: number;
  checksum: number;
}

/** As `node/_bands.ts` works them out. */
function readingOf(times: readonly Times[], nameOf: (band: number) => string, whole: Whole): Reading {
  const { began, wall, started, checksum } = whole;
  const busy = Math.max(...times.map(({ ended }) => ended)) - Math.min(...times.map((time) => time.began));
  return {
    values: { wall, copy: wall - busy, 'wall-with-start': started + wall, checksum },
    slices: times.map((time, band) => ({
      unit: nameOf(band),
      state: 'run',
      start: Math.max(0, time.began - began),
      end: Math.max(0, time.ended - began),
      core: null,
    })),
  };
}

/** In one worker, so that the page stays usable. It has the picture already: in sequence nothing is copied. */
async function sequential(scope: UnitScope): Promise<Reading> {
  const created = now();
  const worker = await scope.start('thread');
  const started = now() - created;
  await worker.ask('hold', LITTLE);
  await warmUnits(scope, [worker], 'blur-held', { bands: 1 });
  await worker.ask('hold', { width: WIDTH, height: HEIGHT });
  const began = now();
  const times = await worker.ask('blur-held', { bands: WORKERS });
  const wall = now() - began;
  const checksum = await worker.ask('checksum-held', undefined);
  return readingOf(times, () => 'worker', { began, wall, started, checksum });
}

async function blurring(scope: UnitScope, kind: UnitKind): Promise<Reading> {
  picture ??= render(WIDTH, HEIGHT);
  const pixels = picture;
  const created = now();
  const units = await Promise.all(Array.from({ length: WORKERS }, () => scope.start(kind)));
  const started = now() - created;
  const little = { pixels: render(LITTLE.width, LITTLE.height), width: LITTLE.width, first: 0, last: LITTLE.height };
  await warmUnits(scope, units, 'blur', little);
  const began = now();
  const blurred = new Uint8Array(pixels.length);
  const times = await Promise.all(
    units.map(async (unit, band) => {
      const first = Math.floor((HEIGHT * band) / WORKERS);
      const last = Math.floor((HEIGHT * (band + 1)) / WORKERS);
      const top = Math.max(first - RADIUS, 0);
      const needed = pixels.slice(top * WIDTH, Math.min(last + RADIUS, HEIGHT) * WIDTH);
      const task = { pixels: needed, width: WIDTH, first: first - top, last: last - top };
      const { rows, ...time } = await unit.ask('blur', task, { transfer: [needed.buffer] });
      blurred.set(rows, first * WIDTH);
      return time;
    }),
  );
  const wall = now() - began;
  return readingOf(times, (band) => `${kind}-${band + 1}`, { began, wall, started, checksum: adler32(blurred) });
}

const UNITS_CALLED = { thread: 'workers', process: 'frames' } as const;

const takesLonger = (over: keyof typeof UNITS_CALLED, label: string) =>
  longerInOne({
    label,
    experiment: 'image-work',
    metric: 'wall',
    over,
    reads: {
      greater: `two ${UNITS_CALLED[over]} blurred the picture {times} as fast as one worker`,
      less: `two ${UNITS_CALLED[over]} took {times} as long as one worker to blur the picture`,
      same: `two ${UNITS_CALLED[over]} blurred the picture no faster than one worker`,
    },
    cases: ['workers-2'],
    margin: 1.5,
    parallel: true,
  });

export const experiment: BrowserExperiment = {
  summary:
    'Blurs a picture of two megapixels: in one worker, in two, and in two isolated frames. The picture and the blur are the Node.js program’s; copying the pixels there and back is counted.',
  vocabulary: {
    title: 'Image processing in this browser',
    question: 'Is a picture blurred sooner by threads or by processes, once the copying of its pixels is counted?',
    order: 10,
    metrics: {
      wall: { label: 'Time for the whole picture, workers already started', unit: 'ms', better: 'lower' },
      copy: { label: 'Of it, before the first worker begins and after the last one ends', unit: 'ms', better: 'lower' },
      'wall-with-start': {
        label: 'Time for the whole picture, with the start of the workers',
        unit: 'ms',
        better: 'lower',
      },
      checksum: { label: 'Checksum of the blurred picture', unit: 'count', better: 'neither', result: true },
    },
    cases: { 'workers-2': { label: '2 workers', x: 2 } },
    variants: {
      sequential: { label: 'whole, in one worker', kind: 'sequential' },
      thread: { label: 'two workers (threads)', kind: 'thread' },
      process: { label: 'two isolated frames (processes)', kind: 'process' },
    },
  },
  case: 'workers-2',
  programs: ['scripts/experiments/image-work/node/_kernel.ts'],
  rounds: VERDICT_ROUNDS,
  variants: {
    sequential: { run: sequential },
    thread: { run: (scope) => blurring(scope, 'thread') },
    process: { missing: needsProcesses, run: (scope) => blurring(scope, 'process') },
  },
  comparisons: [
    takesLonger('thread', 'the whole picture takes longer in one worker than in two threads'),
    takesLonger('process', 'the whole picture takes longer in one worker than in two processes'),
  ],
};
