// Messages to a process through a socket, without the IPC of Node: every byte is copied into the kernel and out again.
// The process reads a byte of every page of what arrives, or all of it, and answers with the sum.
// Usage: node process.socket.ts [bytes per message] [messages per batch] [page|all]
import { fork } from 'node:child_process';
import { end, watched } from '../../_shared/node/workers.ts';
import { measure, WINDOW } from './_exchange.ts';
import { type Bytes, makeMessages, readArguments } from './_messages.ts';
import { answerFrom, listen } from './_socket.ts';

if (process.send === undefined) {
  const { size, form } = readArguments();
  const messages = makeMessages(size, WINDOW, form) as Bytes[];
  const { path, connected } = await listen();
  const env = { ...process.env, SOCKET: path };
  const child = watched(fork(import.meta.filename, process.argv.slice(2), { env }), 'process-1');
  const { socket, receive } = await connected();
  await measure(messages, (place) => socket.write(messages[place] as Bytes), receive);
  const ended = end([child]);
  socket.destroy(); // the child's one reason to live on
  await ended;
} else {
  answerFrom(process.env.SOCKET ?? '');
}
