// Many tasks of one size, each in a process of its own, one per core at a time. When is that sooner than a plain loop?
// node process.per-task.ts [tasks] [µs a task takes, about]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
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
    const worker = fork(new URL('./_process-worker.mjs', import.meta.url));
    worker.send(steps);
    const [answer] = await once(worker, 'message');
    results.push({ unit: `process-${results.length + 1}`, ...answer });
    worker.disconnect();
    await once(worker, 'exit');
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, startOneByOne));
const wall = now() - began;
print(results, began, wall, wall);
