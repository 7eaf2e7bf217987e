import { defineExperiment } from '../../harness/definition/experiment.ts';

export default defineExperiment({
  title: 'Responsiveness',
  question: 'How long does a main thread that should act every 5 ms stand still while there is work to compute?',
  order: 12,
  axis: { label: 'jobs that come in at once', unit: 'count', log: false },
  metrics: {
    'worst-gap': { label: 'Longest time without a tick of the main thread', unit: 'ms', better: 'lower' },
    'gap-95': {
      label: 'Time without a tick that 95 of 100 are no longer than',
      unit: 'ms',
      better: 'lower',
    },
    ticks: { label: 'Ticks of the main thread', unit: 'count', better: 'neither' },
    wall: { label: 'Time until the work was done, its worker already started', unit: 'ms', better: 'lower' },
    primes: { label: 'Prime numbers found', unit: 'count', better: 'neither', result: true },
  },
  cases: {
    'jobs-1': { label: 'one job', args: ['1'], x: 1, quick: true },
    'jobs-4': { label: 'four jobs in sequence', args: ['4'], x: 4 },
  },
  variants: {
    sequential: { label: 'in place, on the main thread', kind: 'sequential' },
    thread: { label: 'in a thread', kind: 'thread' },
    process: { label: 'in a process', kind: 'process', quick: false },
    'event-loop': { label: 'in chunks, between the ticks', kind: 'event-loop', quick: false },
  },
  pinning: 'core-each',
  timeLimit: 20,
  rounds: 'ratios',
});
