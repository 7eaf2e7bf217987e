/**
 * Two workers count in one place of shared memory, plainly and with Atomics. Frames can't share it, and are asked
 * whether they received it.
 */
import { COUNTS, shared } from '../../../scripts/experiments/races/node/_kernel.ts';
import { type BrowserExperiment, needsProcesses, needsSharedMemory, type Reading } from '../browser-experiment.ts';
import type { UnitScope } from '../unit-scope.ts';

const RUNS = 10;

async function counting(scope: UnitScope, form: 'plain' | 'atomic'): Promise<Reading> {
  const memory = shared();
  const workers = await Promise.all([scope.start('thread'), scope.start('thread')]);
  const totals: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    memory.counter[0] = 0;
    memory.gate[0] = 0;
    await Promise.all(workers.map((worker) => worker.ask('count', { form, memory, counts: COUNTS })));
    totals.push(memory.counter[0]);
  }
  for (const worker of workers) worker.end();
  return {
    values: {
      additions: 2 * COUNTS * RUNS,
      lost: totals.reduce((lost, total) => lost + 2 * COUNTS - total, 0),
      outcomes: new Set(totals).size,
    },
  };
}

/** Shared memory is sent to a frame: what arrives, if anything? */
async function sharing(scope: UnitScope): Promise<Reading> {
  const counter = new Int32Array(new SharedArrayBuffer(4));
  const frame = await scope.start('process');
  try {
    const shared = await frame.ask('is-shared', { counter }, { limit: 2000 });
    return { values: { received: shared ? 1 : 0 } };
  } catch {
    scope.signal.throwIfAborted();
    return { values: { received: 0 } };
  }
}

const READS = {
  '>': { holds: 'updates were lost', fails: 'no update was lost' },
  '=': { holds: 'no update was lost', fails: 'updates were lost' },
} as const;

const fact = (label: string, variant: string, metric: string, is: '>' | '=', quantifier: 'some' | 'every') => ({
  kind: 'fact' as const,
  label,
  role: 'evidence' as const,
  reads: READS[is],
  experiment: 'races',
  metric,
  variant,
  cases: ['ten-runs'],
  is,
  value: 0,
  quantifier,
  parallel: quantifier === 'some',
});

export const experiment: BrowserExperiment = {
  summary:
    'Two workers count in one place of a SharedArrayBuffer, ten times a round: plainly, then with Atomics. An isolated frame is sent the same memory, to see whether it arrives.',
  vocabulary: {
    title: 'Races in this browser',
    question: 'What goes wrong when two workers change the same memory, and how often?',
    order: 7,
    metrics: {
      additions: {
        label: 'Counts made, all runs together',
        unit: 'count',
        better: 'neither',
        optional: true,
        result: true,
      },
      lost: { label: 'Counts lost, all runs together', unit: 'count', better: 'lower', optional: true },
      outcomes: { label: 'Different totals from the same program', unit: 'count', better: 'lower', optional: true },
      received: {
        label: 'Shared memory arrived in the other process',
        unit: 'count',
        better: 'neither',
        optional: true,
      },
    },
    cases: { 'ten-runs': { label: 'Ten runs' } },
    variants: {
      thread: { label: 'two workers, plain', kind: 'thread' },
      'thread.atomic': { label: 'two workers, atomic', kind: 'thread' },
      process: { label: 'an isolated frame, sent shared memory', kind: 'process' },
    },
  },
  case: 'ten-runs',
  programs: ['scripts/experiments/races/node/_kernel.ts'],
  rounds: 5,
  variants: {
    thread: { missing: needsSharedMemory, run: (scope) => counting(scope, 'plain') },
    'thread.atomic': { missing: needsSharedMemory, run: (scope) => counting(scope, 'atomic') },
    process: { missing: (found) => needsSharedMemory(found) ?? needsProcesses(found), run: sharing },
  },
  comparisons: [
    fact('two threads that count plainly lose counts', 'thread', 'lost', '>', 'some'),
    fact('with Atomics none is lost', 'thread.atomic', 'lost', '=', 'every'),
    fact('a process does not receive the shared memory', 'process', 'received', '=', 'every'),
  ],
};
