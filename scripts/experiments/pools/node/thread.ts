// Many tasks of one size, dealt out to a pool with a worker thread per core. When is that sooner than a plain loop?
// node thread.ts [tasks] [µs a task takes, about]
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { print, type Result } from './_print.ts';

const STEPS_PER_MICROSECOND = 600; // roughly
const [tasks = 100, microseconds = 1000] = process.argv.slice(2).map(Number);
const steps = microseconds * STEPS_PER_MICROSECOND;
const now = () => performance.timeOrigin + performance.now();

async function ask(worker: Worker, steps: number) {
  const answer = once(worker, 'message');
  worker.postMessage(steps);
  return (await answer)[0];
}

const created = now();
const workers = Array.from(
  { length: availableParallelism() },
  () => new Worker(new URL('./_thread-worker.mjs', import.meta.url)),
);
await Promise.all(workers.map((worker) => ask(worker, 1))); // now every worker is there

const results: Result[] = [];
let given = 0;
const began = now();
await Promise.all(
  workers.map(async (worker, index) => {
    while (given++ < tasks) results.push({ unit: `thread-${index + 1}`, ...(await ask(worker, steps)) });
  }),
);
const wall = now() - began;
await Promise.all(workers.map((worker) => worker.terminate()));
print(results, began, wall, now() - created);
