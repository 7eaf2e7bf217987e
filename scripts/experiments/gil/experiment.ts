import { defineExperiment } from '../../harness/definition/experiment.ts';

const primes = ['sequential', 'thread', 'process', 'interpreter'];
/** Where the number of units is swept; the other build of the same version has its control with two. */
const swept = { variants: primes, runtimes: ['node', 'cpython', 'cpython-ft', 'c', 'perl'] };
const hashing = { args: ['hashing'], runtimes: ['cpython', 'cpython-ft'] };
const compression = { args: ['compression'], runtimes: ['cpython', 'cpython-ft'], quick: false };
/** The build without the lock beside the one with it, in the same rounds. */
const freeThreaded = { runtimes: ['cpython-gil'], runBy: 'cpython-ft', quick: false };

export default defineExperiment({
  title: 'GIL and CPU-bound work',
  question: 'Does work that only computes get done sooner when it is shared among threads, or among processes?',
  order: 9,
  home: true,
  axis: { label: 'units that share the work', unit: 'count', log: false },
  metrics: {
    wall: { label: 'Time for the whole work, workers already started', unit: 'ms', better: 'lower' },
    'wall-with-start': {
      label: 'Time for the whole work, from starting the workers to their end',
      unit: 'ms',
      better: 'lower',
    },
    'running-at-once': { label: 'Units running at the same time, on average', unit: 'ratio', better: 'higher' },
    primes: { label: 'Prime numbers found', unit: 'count', better: 'neither', optional: true, result: true },
    hashes: {
      label: 'First bytes of the hashes, added up',
      unit: 'count',
      better: 'neither',
      optional: true,
      result: true,
    },
    compressed: { label: 'Compressed bytes', unit: 'count', better: 'neither', optional: true, result: true },
    'gil-enabled': {
      label: 'The global interpreter lock was on after the run',
      unit: 'count',
      better: 'neither',
      optional: true,
    },
  },
  cases: {
    'units-1': { label: '1 unit', args: ['1'], x: 1, ...swept },
    'units-2': { label: '2 units', args: ['2'], x: 2, quick: true },
    'units-4': { label: '4 units', args: ['4'], x: 4, ...swept },
  },
  variants: {
    sequential: { label: 'in sequence', kind: 'sequential' },
    thread: { label: 'threads', kind: 'thread' },
    process: { label: 'processes', kind: 'process' },
    interpreter: {
      label: 'sub-interpreters',
      kind: 'interpreter',
      languages: ['python'],
      needs: 'sub-interpreters',
      quick: false,
    },
    'sequential.free-threaded': { label: 'in sequence, free-threaded', kind: 'sequential', ...freeThreaded },
    'thread.free-threaded': { label: 'threads, free-threaded', kind: 'thread', ...freeThreaded },
    'sequential.released': { label: 'hashing, in sequence', kind: 'sequential', ...hashing },
    'thread.released': { label: 'hashing, which releases the GIL, in threads', kind: 'thread', ...hashing },
    'process.released': { label: 'hashing in processes', kind: 'process', ...hashing, quick: false },
    'sequential.compressed': { label: 'compression, in sequence', kind: 'sequential', ...compression },
    'thread.compressed': { label: 'compression, which releases the GIL, in threads', kind: 'thread', ...compression },
    'process.compressed': { label: 'compression in processes', kind: 'process', ...compression },
  },
  pinning: 'core-each',
  parallel: true,
  timeLimit: 20,
  rounds: 'close-ratios',
  alsoIn: ['cpython-gil'],
});
