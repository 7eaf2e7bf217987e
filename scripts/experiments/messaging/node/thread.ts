// Messages to a thread: postMessage clones the bytes, unless their buffer is transferred and thereby lost to the sender.
// The thread reads one byte of every page of what arrives and answers with their sum.
// Usage: node thread.ts [bytes per message] [messages per batch] [clone|transfer]
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

const BATCHES = 3;
const PAGE = 4096;
const WINDOW = 4;

const [size = 65536, count = 200] = process.argv.slice(2, 4).map(Number);
const transfer = process.argv[4] === 'transfer';

/** Milliseconds to send `count` messages with at most `window` of them unanswered. */
function exchange(worker: Worker, window: number, count: number) {
  const pages = Math.ceil(size / PAGE);
  // A transferred buffer is gone, so each message needs one of its own; a cloned one can be used again once answered.
  const messages = Array.from({ length: transfer ? count : window }, () => new Uint8Array(size).fill(1));
  let sent = 0;
  let answered = 0;

  function send() {
    const message = messages[sent % messages.length] as Uint8Array<ArrayBuffer>;
    for (let at = 0; at < size; at += PAGE) message[at] = sent % 256;
    worker.postMessage(message, transfer ? [message.buffer] : []);
    sent++;
  }

  return new Promise<number>((resolve) => {
    function receive(sum: number) {
      if (sum !== (answered % 256) * pages) throw new Error('a message was lost or changed');
      answered++;
      if (sent < count) send();
      if (answered < count) return;
      worker.off('message', receive);
      resolve(performance.now() - start);
    }
    worker.on('message', receive);
    const start = performance.now();
    while (sent < Math.min(window, count)) send();
  });
}

async function main() {
  const worker = new Worker(new URL(import.meta.url));

  await exchange(worker, WINDOW, count); // warm-up
  const batches: number[] = [];
  for (let i = 0; i < BATCHES; i++) batches.push((await exchange(worker, 1, count)) / count);
  const latency = batches.sort((a, b) => a - b)[BATCHES >> 1] ?? Number.NaN;
  const windowed = await exchange(worker, WINDOW, BATCHES * count);
  await worker.terminate();

  console.log(`latency = ${(latency * 1000).toFixed(2)} µs`);
  console.log(`throughput = ${((BATCHES * count * size) / 2 ** 20 / (windowed / 1000)).toFixed(1)} MiB/s`);
}

function answer(message: Uint8Array) {
  let sum = 0;
  for (let at = 0; at < message.length; at += PAGE) sum += message[at] ?? 0;
  parentPort?.postMessage(sum);
}

if (isMainThread) await main();
else parentPort?.on('message', answer);
