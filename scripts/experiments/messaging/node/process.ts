// Messages to a process: IPC writes JSON to a socket, so bytes must travel as text, unless "advanced" serialises them as
// structured clone does. The process reads one byte of every page of what arrives and answers with their sum.
// Usage: node process.ts [bytes per message] [messages per batch] [json|advanced]
import { type ChildProcess, fork } from 'node:child_process';

const BATCHES = 3;
const PAGE = 4096;
const WINDOW = 4;

const [size = 65536, count = 200] = process.argv.slice(2, 4).map(Number);
const serialization = process.argv[4] === 'advanced' ? 'advanced' : 'json';

/** Milliseconds to send `count` messages with at most `window` of them unanswered. */
function exchange(child: ChildProcess, window: number, count: number) {
  const pages = Math.ceil(size / PAGE);
  const messages = Array.from({ length: window }, () => Buffer.alloc(size, 1));
  let sent = 0;
  let answered = 0;

  function send() {
    const message = messages[sent % window] as Buffer;
    for (let at = 0; at < size; at += PAGE) message[at] = sent % 256;
    child.send(serialization === 'json' ? message.toString('base64') : message);
    sent++;
  }

  return new Promise<number>((resolve) => {
    function receive(sum: number) {
      if (sum !== (answered % 256) * pages) throw new Error('a message was lost or changed');
      answered++;
      if (sent < count) send();
      if (answered < count) return;
      child.off('message', receive);
      resolve(performance.now() - start);
    }
    child.on('message', receive);
    const start = performance.now();
    while (sent < Math.min(window, count)) send();
  });
}

async function main() {
  const child = fork(import.meta.filename, process.argv.slice(2), { serialization });

  await exchange(child, WINDOW, count); // warm-up
  const batches: number[] = [];
  for (let i = 0; i < BATCHES; i++) batches.push((await exchange(child, 1, count)) / count);
  const latency = batches.sort((a, b) => a - b)[BATCHES >> 1] ?? Number.NaN;
  const windowed = await exchange(child, WINDOW, BATCHES * count);
  child.disconnect();

  console.log(`latency = ${(latency * 1000).toFixed(2)} µs`);
  console.log(`throughput = ${((BATCHES * count * size) / 2 ** 20 / (windowed / 1000)).toFixed(1)} MiB/s`);
}

function answer(message: string | Uint8Array) {
  const bytes = typeof message === 'string' ? Buffer.from(message, 'base64') : message;
  let sum = 0;
  for (let at = 0; at < bytes.length; at += PAGE) sum += bytes[at] ?? 0;
  process.send?.(sum);
}

if (process.send === undefined) await main();
else process.on('message', answer);
