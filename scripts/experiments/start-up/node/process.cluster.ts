// How long until a new cluster worker has done its first work, and until it is gone?
// The worker's file is plain JavaScript: what is timed is the process, not the stripping of types.
// node process.cluster.ts [MiB the parent holds] [starts]
import cluster from 'node:cluster';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const held = Buffer.alloc(Number(process.argv[2] ?? 64) * 2 ** 20, 1); // written to, so that it is really there
const starts = Number(process.argv[3] ?? 5);
const file = new URL('./_process-worker.mjs', import.meta.url);
cluster.setupPrimary({ exec: fileURLToPath(file) });

async function start() {
  const began = performance.now();
  const worker = cluster.fork();
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
