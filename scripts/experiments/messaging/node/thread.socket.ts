// Messages to a thread through a socket, as if it were a process: every byte is copied into the kernel and out again.
// The thread reads a byte of every page of what arrives, or all of it, and answers with the sum.
// Usage: node thread.socket.ts [bytes per message] [messages per batch] [page|all]
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { end, watched } from '../../_shared/node/workers.ts';
import { measure, WINDOW } from './_exchange.ts';
import { type Bytes, makeMessages, readArguments } from './_messages.ts';
import { answerFrom, listen } from './_socket.ts';

if (isMainThread) {
  const { size, form } = readArguments();
  const messages = makeMessages(size, WINDOW, form) as Bytes[];
  const { path, connected } = await listen();
  const start = { argv: process.argv.slice(2), workerData: path };
  const worker = watched(new Worker(new URL(import.meta.url), start), 'thread-1');
  const { socket, receive } = await connected();
  await measure(messages, (place) => socket.write(messages[place] as Bytes), receive);
  await end([worker]);
} else {
  answerFrom(workerData);
}
