// Messages to a thread through SharedArrayBuffers: nothing is copied, and Atomics wakes the side that waits.
// The thread reads a byte of every page, or all, and answers with the sum. Processes in Node cannot share memory like this.
// Usage: node thread.shared-memory.ts [bytes per message] [messages per batch] [page|all]
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { end, watched } from '../../_shared/node/workers.ts';
import { measure, WINDOW } from './_exchange.ts';
import { type Message, makeMessages, read, readArguments } from './_messages.ts';

/** Places of the counters: messages sent, messages answered. */
const [SENT, ANSWERED] = [0, 1];
const { size, form } = readArguments();

interface Channel {
  counters: Int32Array;
  places: Int32Array;
  messages: Message[];
  answers: Float64Array;
}

function increment(counters: Int32Array, which: number) {
  Atomics.add(counters, which, 1);
  Atomics.notify(counters, which);
}

/** Sleeps until the counter has passed `seen`. */
function waitPast(counters: Int32Array, which: number, seen: number) {
  while (Atomics.load(counters, which) <= seen) Atomics.wait(counters, which, seen);
}

async function main() {
  const channel: Channel = {
    counters: new Int32Array(new SharedArrayBuffer(8)),
    places: new Int32Array(new SharedArrayBuffer(4 * WINDOW)),
    messages: makeMessages(size, WINDOW, form, (bytes) => new Uint8Array(new SharedArrayBuffer(bytes))),
    answers: new Float64Array(new SharedArrayBuffer(8 * WINDOW)),
  };
  const start = { argv: process.argv.slice(2), workerData: channel };
  const worker = watched(new Worker(new URL(import.meta.url), start), 'thread-1');
  let [sent, received] = [0, 0];
  function send(place: number) {
    channel.places[sent++ % WINDOW] = place;
    increment(channel.counters, SENT);
  }
  function receive() {
    waitPast(channel.counters, ANSWERED, received);
    return channel.answers[received++ % WINDOW] ?? Number.NaN;
  }
  await measure(channel.messages, send, receive);
  await end([worker]);
}

function answer({ counters, places, messages, answers }: Channel) {
  for (let i = 0; ; i++) {
    waitPast(counters, SENT, i);
    answers[i % WINDOW] = read(messages[places[i % WINDOW] ?? 0] as Message, form);
    increment(counters, ANSWERED);
  }
}

if (isMainThread) await main();
else answer(workerData);
