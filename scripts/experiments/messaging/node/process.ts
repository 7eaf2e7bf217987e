// Messages to a process: IPC writes JSON to a socket, which knows no bytes, so they travel as base64 text; "advanced"
// serialises as structured clone does. The process reads a byte of every page, or all, and answers with the sum.
// Usage: node process.ts [bytes per message, or records] [messages per batch] [page|all|records] [json|advanced]
import { fork } from 'node:child_process';
import { end, watched } from '../../_shared/node/workers.ts';
import { inbox, measure, WINDOW } from './_exchange.ts';
import { type Message, makeMessages, read, readArguments } from './_messages.ts';

const { size, form, way } = readArguments();
const serialization = way === 'advanced' ? 'advanced' : 'json';
const asText = serialization === 'json' && form !== 'records';

async function main() {
  const child = watched(fork(import.meta.filename, process.argv.slice(2), { serialization }), 'process-1');
  const messages = makeMessages(size, WINDOW, form);
  function send(place: number) {
    const message = messages[place] as Uint8Array<ArrayBuffer>;
    child.send(asText ? Buffer.from(message.buffer).toString('base64') : message);
  }
  await measure(messages, send, inbox<number>(child as never));
  await end([child]);
}

function answer(message: string | Message) {
  process.send?.(read(typeof message === 'string' ? Buffer.from(message, 'base64') : message, form));
}

if (process.send === undefined) await main();
else process.on('message', answer);
