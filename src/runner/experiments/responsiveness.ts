/** The page ticks every 5 ms while there is work: in place, in a worker, in an isolated frame. */
import { countPrimes } from '../../../scripts/experiments/_shared/node/primes.ts';
import { VERDICT_ROUNDS } from '../../measurement/limits.ts';
import { type BrowserExperiment, needsProcesses, type Reading } from '../browser-experiment.ts';
import { longerInOne } from '../longer-in-one.ts';
import type { UnitKind, UnitScope } from '../unit-scope.ts';
import { warmUnits, warmUp } from '../warm-up.ts';

const LIMIT = 600_000;
/** The limit of the work that warms up, as in the Node.js programs. */
const LITTLE = 20_000;

/** Ticks before, during and after the job, as in the Node.js programs. */
async function ticking(scope: UnitScope, name: string, job: () => Promise<number> | number): Promise<Reading> {
  const ticks: number[] = [];
  const ticker = setInterval(() => ticks.push(performance.now()), 5);
  let began: number;
  let ended: number;
  let primes: number;
  try {
    await scope.pause(20);
    began = performance.now();
    primes = await job();
    ended = performance.now();
    await scope.pause(20);
  } finally {
    clearInterval(ticker);
  }
  const [first = began] = ticks;
  const gaps = ticks.slice(1).map((tick, index) => tick - (ticks[index] ?? tick));
  const since = (time: number) => Math.max(0, time - first);
  return {
    values: { 'worst-gap': Math.max(...gaps), ticks: ticks.length, wall: ended - began, primes },
    slices: [
      ...ticks.map((tick) => ({
        unit: 'page',
        state: 'mark' as const,
        start: since(tick),
        end: since(tick),
        core: null,
      })),
      { unit: name, state: 'run', start: since(began), end: since(ended), core: null },
    ],
  };
}

async function inPlace(scope: UnitScope): Promise<Reading> {
  await warmUp(scope, (times) => {
    for (let time = 0; time < times; time++) countPrimes(0, LITTLE);
  });
  return ticking(scope, 'page', () => countPrimes(0, LIMIT));
}

/** The unit waits for the work when the ticking begins. */
async function elsewhere(scope: UnitScope, kind: UnitKind): Promise<Reading> {
  const unit = await scope.start(kind);
  await warmUnits(scope, [unit], 'primes', { limit: LITTLE });
  return ticking(scope, kind, () => unit.ask('primes', { limit: LIMIT }));
}

const UNIT_CALLED = { thread: 'worker', process: 'frame' } as const;

const longer = (over: keyof typeof UNIT_CALLED, label: string) =>
  longerInOne({
    label,
    experiment: 'responsiveness',
    metric: 'worst-gap',
    over,
    reads: {
      greater: `work on the page silenced it {times} as long as work in a ${UNIT_CALLED[over]}`,
      less: `work in a ${UNIT_CALLED[over]} silenced the page {times} as long as work on it`,
      same: 'the page was silent about as long either way',
    },
    cases: ['jobs-1'],
    margin: 1.5,
    parallel: false,
  });

export const experiment: BrowserExperiment = {
  summary:
    'This page acts every 5 ms while prime numbers are counted: in the page itself, which stands still for a moment each time, in a worker, and in an isolated frame.',
  vocabulary: {
    title: 'Responsiveness of this page',
    question: 'How long does a page that should act every 5 ms stand still while there is work to compute?',
    order: 12,
    metrics: {
      'worst-gap': { label: 'Longest time without a tick of the main thread', unit: 'ms', better: 'lower' },
      ticks: { label: 'Ticks of the main thread', unit: 'count', better: 'neither' },
      wall: { label: 'Time until the work was done, its worker already started', unit: 'ms', better: 'lower' },
      primes: { label: 'Prime numbers found', unit: 'count', better: 'neither', result: true },
    },
    cases: { 'jobs-1': { label: 'one job', x: 1 } },
    variants: {
      sequential: { label: 'in place, on the main thread', kind: 'sequential' },
      thread: { label: 'in a worker (thread)', kind: 'thread' },
      process: { label: 'in an isolated frame (process)', kind: 'process' },
    },
  },
  case: 'jobs-1',
  programs: ['scripts/experiments/_shared/node/primes.ts'],
  rounds: VERDICT_ROUNDS,
  variants: {
    sequential: { run: inPlace },
    thread: { run: (scope) => elsewhere(scope, 'thread') },
    process: { missing: needsProcesses, run: (scope) => elsewhere(scope, 'process') },
  },
  comparisons: [
    longer('thread', 'the page stands still longer with the work in place than in a thread'),
    longer('process', 'the page stands still longer with the work in place than in a process'),
  ],
};
