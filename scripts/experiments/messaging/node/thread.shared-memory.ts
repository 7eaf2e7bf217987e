// Messages to a thread through SharedArrayBuffers: nothing is copied, Atomics tell that a message is there.
// The thread reads one byte of every page of what arrives and answers with their sum. Processes in Node cannot do this.
// Usage: node thread.shared-memory.ts [bytes per message] [messages per batch]
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const BATCHES = 3;
const PAGE = 4096;
const WINDOW = 4;
/** Places of the counters: messages sent, messages answered. */
const [SENT, ANSWERED] = [0, 1];

const [size = 65536, count = 200] = process.argv.slice(2).map(Number);

interface Channel {
  counters: Int32Array;
  messages: Uint8Array[];
  answers: Int32Array;
}

function increment(counters: Int32Array, which: number) {
  Atomics.add(counters, which, 1);
  Atomics.notify(counters, which);
}

/** Sleeps until the counter has passed `seen`. */
function waitPast(counters: Int32Array, which: number, seen: number) {
  while (Atomics.load(counters, which) <= seen) Atomics.wait(counters, which, seen);
}

/** Milliseconds to send `count` messages with at most `window` of them unanswered. */
function exchange({ counters, messages, answers }: Channel, window: number, count: number) {
  const pages = Math.ceil(size / PAGE);
  const before = Atomics.load(counters, SENT);
  const start = performance.now();
  for (let i = 0; i < count + window; i++) {
    if (i >= window) {
      const oldest = before + i - window;
      waitPast(counters, ANSWERED, oldest);
      if (answers[oldest % WINDOW] !== (oldest % 256) * pages) throw new Error('a message was lost or changed');
    }
    const message = messages[(before + i) % WINDOW];
    if (i >= count || message === undefined) continue;
    for (let at = 0; at < size; at += PAGE) message[at] = before + i;
    increment(counters, SENT);
  }
  return performance.now() - start;
}

async function main() {
  const channel: Channel = {
    counters: new Int32Array(new SharedArrayBuffer(8)),
    messages: Array.from({ length: WINDOW }, () => new Uint8Array(new SharedArrayBuffer(size)).fill(1)),
    answers: new Int32Array(new SharedArrayBuffer(4 * WINDOW)),
  };
  const worker = new Worker(new URL(import.meta.url), { workerData: channel });

  exchange(channel, WINDOW, count); // warm-up
  const batches = Array.from({ length: BATCHES }, () => exchange(channel, 1, count) / count);
  const latency = batches.sort((a, b) => a - b)[BATCHES >> 1] ?? Number.NaN;
  const windowed = exchange(channel, WINDOW, BATCHES * count);
  await worker.terminate();

  console.log(`latency = ${(latency * 1000).toFixed(2)} µs`);
  console.log(`throughput = ${((BATCHES * count * size) / 2 ** 20 / (windowed / 1000)).toFixed(1)} MiB/s`);
}

function answer({ counters, messages, answers }: Channel) {
  for (let i = 0; ; i++) {
    waitPast(counters, SENT, i);
    const message = messages[i % WINDOW] ?? [];
    let sum = 0;
    for (let at = 0; at < message.length; at += PAGE) sum += message[at] ?? 0;
    answers[i % WINDOW] = sum;
    increment(counters, ANSWERED);
  }
}

if (isMainThread) await main();
else answer(workerData);
