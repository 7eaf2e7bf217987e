/**
 * What it costs to hand n bytes to another unit and hear back. The receiver reads a byte of every page and answers with
 * their sum, which the sender checks: a channel that delivers late, twice or half is found out.
 *
 * `latency` has one message in flight, `throughput` at most four. Both sides share a core in the cases that are judged: on two
 * cores the wake-up decides, and it comes in two speeds. `thread` and `process` are each runtime's first choice (Node.js:
 * postMessage, IPC with JSON; Python: queue.Queue, multiprocessing.Queue; C: a pointer, a pipe), the dotted variants the others.
 */
import { defineExperiment } from '../../harness/definition/experiment.ts';

const KIB = 1024;
const MIB = 1024 * KIB;
/** Bytes per message, then messages per batch; a program exchanges seven batches. */
const messages = (size: number, count: number): string[] => [String(size), String(count)];

export default defineExperiment({
  title: 'Messages',
  question: 'What does it cost to hand data to another thread, and to another process?',
  order: 6,
  home: true,
  axis: { label: 'Message size', unit: 'B', log: true },
  metrics: {
    latency: { label: 'Round trip of one message', unit: 'µs', better: 'lower' },
    throughput: { label: 'Throughput, four in flight', unit: 'MiB/s', better: 'higher' },
  },
  cases: {
    '64B': { label: '64 B', args: messages(64, 300), x: 64 },
    '64KiB': { label: '64 KiB', args: messages(64 * KIB, 60), x: 64 * KIB, quick: true },
    '1MiB': { label: '1 MiB', args: messages(MIB, 5), x: MIB },
    '8MiB': { label: '8 MiB', args: messages(8 * MIB, 1), x: 8 * MIB },
    '64MiB': { label: '64 MiB', args: messages(64 * MIB, 1), x: 64 * MIB, languages: ['c', 'python'] },
    // JSON takes seconds for these, and the comparison has been made by then.
    '64MiB-without-json': {
      label: '64 MiB',
      args: messages(64 * MIB, 1),
      x: 64 * MIB,
      languages: ['node'],
      variants: ['thread', 'thread.transfer', 'thread.shared-memory', 'process.advanced'],
    },
    // What two cores change, where the scheduler uses them.
    '64KiB-two-cores': { label: '64 KiB, on two cores', args: messages(64 * KIB, 60), pinning: 'core-each' },
  },
  variants: {
    thread: { label: 'thread', kind: 'thread' },
    'thread.transfer': { label: 'thread, transfer', kind: 'thread', args: ['transfer'], languages: ['node'] },
    'thread.shared-memory': { label: 'thread, Atomics', kind: 'thread', languages: ['node'], quick: false },
    'thread.pipe': { label: 'thread, pipe', kind: 'thread', languages: ['c'], quick: false },
    process: { label: 'process', kind: 'process' },
    'process.advanced': {
      label: 'process, IPC advanced',
      kind: 'process',
      args: ['advanced'],
      languages: ['node'],
      quick: false,
    },
    'process.pipe': { label: 'process, Pipe', kind: 'process', languages: ['python'], quick: false },
    'process.shared-memory': {
      label: 'process, shared memory',
      kind: 'process',
      languages: ['c', 'python'],
    },
  },
  pinning: 'one-core',
  timeLimit: 30,
  rounds: 'ratios',
});
