// Messages to a thread: postMessage clones what is sent, unless its buffer is transferred and thereby lost to the sender.
// The thread reads a byte of every page, or all, and answers with the sum; a buffer that was transferred it hands back.
// Usage: node thread.ts [bytes per message, or records] [messages per batch] [page|all|records] [clone|transfer]
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { end, watched } from '../../_shared/node/workers.ts';
import { inbox, measure, WINDOW } from './_exchange.ts';
import { type Bytes, type Message, makeMessages, read, readArguments } from './_messages.ts';

const { size, form, way } = readArguments();

async function clone(worker: Worker) {
  const messages = makeMessages(size, WINDOW, form);
  await measure(messages, (place) => worker.postMessage(messages[place]), inbox<number>(worker));
}

async function transfer(worker: Worker) {
  const messages = makeMessages(size, WINDOW, form) as Bytes[];
  const sent: number[] = [];
  const answered = inbox<{ sum: number; message: Bytes }>(worker);
  function send(place: number) {
    const message = messages[place] as Uint8Array<ArrayBuffer>;
    sent.push(place);
    worker.postMessage(message, [message.buffer]);
  }
  async function receive() {
    const { sum, message } = await answered();
    messages[sent.shift() ?? 0] = message;
    return sum;
  }
  await measure(messages, send, receive);
}

function answer(message: Message) {
  const sum = read(message, form);
  if (way === 'transfer') parentPort?.postMessage({ sum, message }, [(message as Uint8Array<ArrayBuffer>).buffer]);
  else parentPort?.postMessage(sum);
}

if (isMainThread) {
  const worker = watched(new Worker(new URL(import.meta.url), { argv: process.argv.slice(2) }), 'thread-1');
  await (way === 'transfer' ? transfer(worker) : clone(worker));
  await end([worker]);
} else {
  parentPort?.on('message', answer);
}
