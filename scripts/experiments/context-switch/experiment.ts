/**
 * How long it takes a core to leave one unit and take up another: a byte (or a turn) goes back and forth, and half a round
 * trip is one hand-over. The count of context switches proves that they happened.
 *
 * Pipes in every runtime; beside them the lightest thing each offers to sleep on: a futex in C, Atomics in Node.js, a lock in
 * Python. A futex between processes must be shared, one between threads need not be: `thread.futex-shared` is the control
 * that tells the price of the lookup from the price of the switch. Across cores only programs that can pin themselves are asked,
 * because an unpinned pair is now on one core and now on two; Node.js cannot.
 */
import { defineExperiment } from '../../harness/definition/experiment.ts';

/** Per batch; a program plays eleven batches, the first to warm up. */
const ROUND_TRIPS = '1000';

/** Without Python's locks: what they cost has little to do with memory, and free-threaded ones spin for a long while. */
const WITH_MEMORY = ['thread', 'process', 'thread.futex', 'thread.futex-shared', 'process.futex', 'thread.atomics'];

export default defineExperiment({
  title: 'Context switch',
  question: 'Does a core switch faster between two threads than between two processes?',
  order: 5,
  home: true,
  axis: { label: 'Working set of each side', unit: 'KiB', log: false },
  metrics: {
    switch: { label: 'One switch, system call included', unit: 'µs', better: 'lower' },
    switches: { label: 'Context switches counted by the operating system', unit: 'count', better: 'neither' },
  },
  cases: {
    'same-core': { label: 'Same core', args: [ROUND_TRIPS, '0'], x: 0, quick: true },
    'same-core-32': { label: 'Same core, 32 KiB each', args: [ROUND_TRIPS, '32'], x: 32, variants: WITH_MEMORY },
    'same-core-256': { label: 'Same core, 256 KiB each', args: [ROUND_TRIPS, '256'], x: 256, variants: WITH_MEMORY },
    'across-cores': {
      label: 'Across two cores',
      args: ['300', '0', '1'],
      languages: ['c', 'python'],
      // Both sides start on core 0, as everywhere; one then moves itself to core 1.
      pinning: 'one-core',
    },
  },
  variants: {
    thread: { label: 'threads, pipe', kind: 'thread' },
    process: { label: 'processes, pipe', kind: 'process' },
    'thread.futex': { label: 'threads, futex', kind: 'thread', languages: ['c'], quick: false },
    'thread.futex-shared': { label: 'threads, shared futex', kind: 'thread', languages: ['c'], quick: false },
    'process.futex': { label: 'processes, shared futex', kind: 'process', languages: ['c'], quick: false },
    'thread.lock': { label: 'threads, lock', kind: 'thread', languages: ['python'], quick: false },
    'process.lock': { label: 'processes, lock', kind: 'process', languages: ['python'], quick: false },
    'thread.atomics': { label: 'threads, Atomics', kind: 'thread', languages: ['node'], quick: false },
  },
  pinning: 'one-core',
  timeLimit: 20,
  rounds: 'ratios',
});
