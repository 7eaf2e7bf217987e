// How long until a new thread has done its first work, and until it is gone?
// The worker's file is plain JavaScript: what is timed is the thread, not the stripping of types.
// node thread.ts [MiB the parent holds] [starts]
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

const held = Buffer.alloc(Number(process.argv[2] ?? 64) * 2 ** 20, 1); // written to, so that it is really there
const starts = Number(process.argv[3] ?? 5);
const file = new URL('./_thread-worker.mjs', import.meta.url);

async function start() {
  const began = performance.now();
  const worker = new Worker(file);
  const gone = once(worker, 'exit');
  const [sum] = await once(worker, 'message');
  const ready = performance.now() - began;
  await gone;
  const joined = performance.now() - began;
  return { ready, joined, sum };
}

const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];

const { sum } = await start(); // the first one warms up and is not counted
const times = [];
for (let count = 0; count < starts; count++) times.push(await start());

console.log(`each worker answered ${sum}, the parent held ${held.length / 2 ** 20} MiB`);
console.log(`resident = ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MiB`);
console.log(`ready = ${median(times.map((time) => time.ready))?.toFixed(3)} ms`);
console.log(`joined = ${median(times.map((time) => time.joined))?.toFixed(3)} ms`);
