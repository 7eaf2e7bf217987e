/** A fixed amount of work: one after the other, shared among workers, shared among isolated frames. */
import type { Result } from '../../../scripts/experiments/gil/node/_kernel.ts';
import { MARGIN, VERDICT_ROUNDS } from '../../measurement/limits.ts';
import { type BrowserExperiment, needsProcesses, type Reading } from '../browser-experiment.ts';
import { longerInOne } from '../longer-in-one.ts';
import type { UnitKind, UnitScope } from '../unit-scope.ts';
import { warmUnits } from '../warm-up.ts';

const UNITS = 2;
const LIMIT = 1_000_000;
/** The limit of the work that warms up, as in the Node.js programs. */
const LITTLE = 20_000;

/** As `node/_print.ts` works them out. */
function figuresOf(results: readonly Result[], name: string, withStart: number): Reading {
  const stretches = results.flatMap((result) => result.stretches);
  const first = Math.min(...stretches.map(([began]) => began));
  const wall = Math.max(...stretches.map(([, ended]) => ended)) - first;
  const ran = stretches.reduce((sum, [began, ended]) => sum + ended - began, 0);
  return {
    values: {
      wall,
      'wall-with-start': withStart,
      'running-at-once': ran / wall,
      primes: results.reduce((sum, { primes }) => sum + primes, 0),
    },
    slices: results.flatMap(({ unit, stretches }) =>
      stretches.map(([began, ended]) => ({
        unit: name === 'worker' ? name : `${name}-${unit + 1}`,
        state: 'run' as const,
        start: began - first,
        end: ended - first,
        core: null,
      })),
    ),
  };
}

async function shared(scope: UnitScope, kind: UnitKind): Promise<Reading> {
  const created = performance.now();
  const units = await Promise.all(Array.from({ length: UNITS }, () => scope.start(kind)));
  const started = performance.now() - created;
  await warmUnits(scope, units, 'share', { unit: 0, units: 1, limit: LITTLE });
  const began = performance.now();
  const results = await Promise.all(units.map((one, unit) => one.ask('share', { unit, units: UNITS, limit: LIMIT })));
  for (const unit of units) unit.end();
  return figuresOf(results, kind, started + performance.now() - began);
}

/** In one worker, so that the page stays usable. */
async function sequential(scope: UnitScope): Promise<Reading> {
  const created = performance.now();
  const worker = await scope.start('thread');
  const started = performance.now() - created;
  await warmUnits(scope, [worker], 'parts', { units: UNITS, limit: LITTLE });
  const began = performance.now();
  const results = await worker.ask('parts', { units: UNITS, limit: LIMIT });
  worker.end();
  return figuresOf(results, 'worker', started + performance.now() - began);
}

const UNITS_CALLED = { thread: 'workers', process: 'frames' } as const;

const fasterThanSequential = (over: keyof typeof UNITS_CALLED, label: string) =>
  longerInOne({
    label,
    experiment: 'gil',
    metric: 'wall',
    over,
    reads: {
      greater: `two ${UNITS_CALLED[over]} did the same work {times} as fast as one`,
      less: `two ${UNITS_CALLED[over]} took {times} as long as one for the same work`,
      same: `two ${UNITS_CALLED[over]} took as long as one for the same work`,
    },
    speedUpOn: 2,
    cases: ['units-2'],
    margin: 1.5,
    parallel: true,
  });

export const experiment: BrowserExperiment = {
  summary:
    'Counts prime numbers in two halves: both in one worker, then one in each of two Web Workers, then one in each of two isolated frames. The code that counts is the Node.js program’s.',
  vocabulary: {
    title: 'CPU-bound work in this browser',
    question: 'Does work that only computes get done sooner when it is shared among threads, or among processes?',
    order: 9,
    metrics: {
      wall: { label: 'Time for the whole work, workers already started', unit: 'ms', better: 'lower' },
      'wall-with-start': {
        label: 'Time for the whole work, with the start of the workers',
        unit: 'ms',
        better: 'lower',
      },
      'running-at-once': { label: 'Units running at the same time, on average', unit: 'ratio', better: 'higher' },
      primes: { label: 'Prime numbers found', unit: 'count', better: 'neither', result: true },
    },
    cases: { 'units-2': { label: '2 units', x: 2 } },
    variants: {
      sequential: { label: 'in one worker, in sequence', kind: 'sequential' },
      thread: { label: 'two workers (threads)', kind: 'thread' },
      process: { label: 'two isolated frames (processes)', kind: 'process' },
    },
  },
  case: 'units-2',
  programs: ['scripts/experiments/gil/node/_kernel.ts', 'scripts/experiments/_shared/node/primes.ts'],
  rounds: VERDICT_ROUNDS,
  variants: {
    sequential: { run: sequential },
    thread: { run: (scope) => shared(scope, 'thread') },
    process: { missing: needsProcesses, run: (scope) => shared(scope, 'process') },
  },
  comparisons: [
    fasterThanSequential('thread', 'one worker takes longer than two threads'),
    fasterThanSequential('process', 'one worker takes longer than two processes'),
    {
      kind: 'ratio',
      label: 'processes take as long as threads',
      experiment: 'gil',
      metric: 'wall',
      of: 'process',
      over: 'thread',
      role: 'evidence',
      reads: {
        greater: 'two frames took {times} as long as two workers',
        less: 'two workers took {times} as long as two frames',
        same: 'two frames and two workers took about as long',
      },
      cases: ['units-2'],
      expect: 'same',
      margin: MARGIN,
      parallel: true,
    },
  ],
};
