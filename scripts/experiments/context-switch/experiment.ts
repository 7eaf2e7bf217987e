/**
 * How long it takes a core to leave one unit and take up another: a byte (or a turn) goes back and forth, and half a round
 * trip is one hand-over. It is called a switch only where the system counted one switch for each.
 *
 * Pipes in every runtime; beside them the lightest thing each offers to sleep on: a futex in C, Atomics in Node.js, a lock in
 * Python. A futex between processes must be shared, one between threads need not be: `thread.futex-shared` is the control
 * that tells the price of the lookup from the price of the switch. With a working set each side touches a byte of so many
 * pages before it hands over: what separates address spaces is how many pages the core can look up. The time of the same
 * walks without a switch is subtracted. Only programs that can pin themselves go across cores; Node.js cannot.
 */
import { defineExperiment } from '../../harness/definition/experiment.ts';

/** Per batch; a program plays twenty of them, after one to warm up. */
const ROUND_TRIPS = '1000';

/** Without Python's locks: what they cost has little to do with memory, and free-threaded ones spin for a long while. */
const WITH_MEMORY = ['thread', 'process', 'thread.futex', 'thread.futex-shared', 'process.futex', 'thread.atomics'];

export default defineExperiment({
  title: 'Context switch',
  question: 'Does a core switch faster between two threads than between two processes?',
  order: 5,
  home: true,
  axis: { label: 'Pages each side touches before it hands over', unit: 'count', log: false },
  metrics: {
    switch: {
      label: 'One switch, system call included',
      unit: 'µs',
      better: 'lower',
      optional: true,
    },
    'hand-over': { label: 'One hand-over, switched or not', unit: 'µs', better: 'lower' },
    'hand-overs': { label: 'Hand-overs made', unit: 'count', better: 'neither', result: true },
    walk: { label: 'Touching the pages, subtracted', unit: 'µs', better: 'neither' },
    switches: { label: 'Context switches counted by the operating system', unit: 'count', better: 'neither' },
    'switches-per-hand-over': { label: 'Context switches for each hand-over', unit: 'ratio', better: 'neither' },
  },
  cases: {
    'same-core': { label: 'Same core', args: [ROUND_TRIPS, '0'], x: 0, quick: true },
    'pages-256': {
      label: 'Same core, 256 pages each',
      args: [ROUND_TRIPS, '256'],
      x: 256,
      variants: WITH_MEMORY,
    },
    'pages-512': { label: 'Same core, 512 pages each', args: [ROUND_TRIPS, '512'], x: 512, variants: WITH_MEMORY },
    'across-cores': {
      label: 'Across two cores',
      args: ['150', '0', 'across'],
      languages: ['c', 'python'],
      pinning: 'core-each',
    },
  },
  variants: {
    thread: { label: 'threads, pipe', kind: 'thread' },
    process: { label: 'processes, pipe', kind: 'process' },
    'thread.futex': { label: 'threads, futex', kind: 'thread', languages: ['c'] },
    'thread.futex-shared': { label: 'threads, shared futex', kind: 'thread', languages: ['c'], quick: false },
    'process.futex': { label: 'processes, shared futex', kind: 'process', languages: ['c'] },
    'thread.lock': { label: 'threads, lock', kind: 'thread', languages: ['python'], quick: false },
    'process.lock': { label: 'processes, lock', kind: 'process', languages: ['python'], quick: false },
    'thread.atomics': { label: 'threads, Atomics', kind: 'thread', languages: ['node'], quick: false },
  },
  pinning: 'one-core',
  timeLimit: 20,
  rounds: 'close-ratios',
});
