// Many tasks of one size, each in a thread of its own, one per core at a time. When is that sooner than a plain loop?
// node thread.per-task.ts [tasks] [µs a task takes, about]
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { print, type Result } from './_print.ts';

const STEPS_PER_MICROSECOND = 600; // roughly
const [tasks = 100, microseconds = 1000] = process.argv.slice(2).map(Number);
const steps = microseconds * STEPS_PER_MICROSECOND;
const now = () => performance.timeOrigin + performance.now();

const results: Result[] = [];
let given = 0;
const began = now();
async function startOneByOne() {
  while (given++ < tasks) {
    const worker = new Worker(new URL('./_thread-worker.mjs', import.meta.url));
    worker.postMessage(steps);
    const [answer] = await once(worker, 'message');
    results.push({ unit: `thread-${results.length + 1}`, ...answer });
    await worker.terminate();
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, startOneByOne));
const wall = now() - began;
print(results, began, wall, wall);
