/**
 * What it costs to hand a message to another unit and hear back. The receiver reads a byte of every page, or all of it, and
 * answers with the sum, which the sender checks: a channel that delivers late, twice or half is found out.
 *
 * `latency` has one message in flight, `throughput` at most four. Both sides share a core in the cases that are judged: on two
 * cores the wake-up decides, and it comes in two speeds. `thread` and `process` are each runtime's first choice (Node.js:
 * postMessage, IPC with JSON; Python: queue.Queue, multiprocessing.Queue; C: a pointer, a pipe), the dotted variants the others.
 * The control is the same channel on both sides: a socket in Node.js, a Pipe in Python, a pipe in C (there `process` itself).
 */
import { defineExperiment } from '../../harness/definition/experiment.ts';

const KIB = 1024;
const MIB = 1024 * KIB;
/**
 * Bytes (or records) per message, messages per batch, and what of a message is read. Batches are sent for a while, three at
 * least; each is long enough for what comes back every few messages: a full buffer, a collection of garbage.
 */
const messages = (size: number, count: number, read: 'page' | 'all' | 'records'): string[] => [
  ...[String(size), String(count)],
  read,
];

/** What each runtime would be used with first. */
const usual = ['thread', 'process'];

export default defineExperiment({
  title: 'Messages',
  question: 'What does it cost to hand data to another thread, and to another process?',
  order: 6,
  home: true,
  axis: { label: 'Message size', unit: 'B', log: true },
  metrics: {
    latency: { label: 'Round trip of one message', unit: 'µs', better: 'lower' },
    throughput: { label: 'Throughput, four in flight', unit: 'MiB/s', better: 'higher', optional: true },
    result: { label: 'Sum of the answers', unit: 'count', better: 'neither', result: true },
  },
  cases: {
    '64B': { label: '64 B', args: messages(64, 300, 'page'), x: 64 },
    '64KiB': { label: '64 KiB', args: messages(64 * KIB, 200, 'page'), x: 64 * KIB, quick: true },
    '1MiB': { label: '1 MiB', args: messages(MIB, 6, 'page'), x: MIB },
    '8MiB': { label: '8 MiB', args: messages(8 * MIB, 6, 'page'), x: 8 * MIB },
    '64KiB-read-all': { label: '64 KiB read in full', args: messages(64 * KIB, 200, 'all'), variants: usual },
    '8MiB-read-all': { label: '8 MiB read in full', args: messages(8 * MIB, 6, 'all'), variants: usual },
    'records-10000': {
      label: 'a list of 10,000 records',
      args: messages(10_000, 3, 'records'),
      quick: true,
      languages: ['node', 'python'],
      variants: [...usual, 'process.advanced'],
    },
  },
  variants: {
    thread: { label: 'thread', kind: 'thread' },
    'thread.transfer': {
      label: 'thread, transfer',
      kind: 'thread',
      args: ['transfer'],
      languages: ['node'],
      quick: false,
    },
    'thread.shared-memory': { label: 'thread, Atomics', kind: 'thread', languages: ['node'], quick: false },
    'thread.pipe': { label: 'thread, pipe', kind: 'thread', languages: ['c', 'python'] },
    'thread.socket': { label: 'thread, socket', kind: 'thread', languages: ['node'] },
    process: { label: 'process', kind: 'process' },
    'process.advanced': {
      label: 'process, IPC advanced',
      kind: 'process',
      args: ['advanced'],
      languages: ['node'],
      quick: false,
    },
    'process.pipe': { label: 'process, Pipe', kind: 'process', languages: ['python'] },
    'process.socket': { label: 'process, socket', kind: 'process', languages: ['node'] },
    'process.manager': { label: "process, a manager's queue", kind: 'process', languages: ['python'], quick: false },
    'process.shared-memory': {
      label: 'process, shared memory',
      kind: 'process',
      languages: ['c', 'python'],
      quick: false,
    },
  },
  pinning: 'one-core',
  timeLimit: 30,
  rounds: 'ratios',
  // A release of Node.js can decide a comparison.
  alsoIn: ['every-node'],
});
