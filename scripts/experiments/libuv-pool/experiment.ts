/**
 * Node.js waits for sockets with its event loop, and hands files, names and long computations of its own library to a pool of
 * threads, four unless UV_THREADPOOL_SIZE says otherwise. How soon is a handful of each done with one, four and sixteen of them,
 * one after the other, and with worker threads of the program's own that call the functions which block? `pool-threads` counts
 * the threads that the pool has started, by their name: none for sockets. The slow files are named pipes whose other
 * end answers 20 ms after it was opened, as a distant disk might.
 */
import { defineExperiment } from '../../harness/definition/experiment.ts';

const blocking = ['sequential', 'thread', 'event-loop', 'event-loop.pool-1', 'event-loop.pool-16'];
const asynchronous = ['sequential', 'event-loop', 'event-loop.pool-1', 'event-loop.pool-16'];

export default defineExperiment({
  title: "Node.js's pool of four",
  question: 'Does Node.js need threads for I/O, and what does the size of its own pool change?',
  order: 24,
  quick: false,
  metrics: {
    wall: { label: 'Time until all is done', unit: 'ms', better: 'lower' },
    'pool-threads': {
      label: 'Threads that the pool has started',
      unit: 'count',
      better: 'neither',
      optional: true,
    },
    result: { label: 'Sum of what came back', unit: 'count', better: 'neither', result: true },
  },
  cases: {
    sockets: { label: '100 round trips over sockets', args: ['sockets'], quick: true, variants: asynchronous },
    files: { label: '64 files the system has in memory', args: ['files'], quick: true, variants: blocking },
    'slow-files': { label: '16 files that take 20 ms each', args: ['slow-files'], quick: true, variants: blocking },
    lookups: { label: '200 look-ups of localhost', args: ['lookups'], variants: asynchronous },
    hashes: { label: '16 keys derived with pbkdf2', args: ['hashes'], variants: blocking },
    compression: { label: '16 blocks compressed with zlib', args: ['compression'], variants: blocking },
  },
  variants: {
    sequential: { label: 'in sequence', kind: 'sequential', quick: false },
    thread: { label: 'four worker threads of its own', kind: 'thread' },
    'event-loop': { label: 'all at once, pool of 4', kind: 'event-loop', args: ['4'] },
    'event-loop.pool-1': { label: 'all at once, pool of 1', kind: 'event-loop', args: ['1'], quick: false },
    'event-loop.pool-16': { label: 'all at once, pool of 16', kind: 'event-loop', args: ['16'] },
  },
  pinning: 'core-each',
  timeLimit: 20,
  rounds: 'ratios',
});
