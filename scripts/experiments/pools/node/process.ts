// Many tasks of one size, dealt out to a pool with a child process per core. When is that sooner than a plain loop?
// node process.ts [tasks] [µs a task takes, about]
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { print, type Result } from './_print.ts';

const STEPS_PER_MICROSECOND = 600; // roughly
const [tasks = 100, microseconds = 1000] = process.argv.slice(2).map(Number);
const steps = microseconds * STEPS_PER_MICROSECOND;
const now = () => performance.timeOrigin + performance.now();

async function ask(worker: ChildProcess, steps: number) {
  const answer = once(worker, 'message');
  worker.send(steps);
  return (await answer)[0];
}

const created = now();
const workers = Array.from({ length: availableParallelism() }, () =>
  fork(new URL('./_process-worker.mjs', import.meta.url)),
);
await Promise.all(workers.map((worker) => ask(worker, 1))); // now every worker is there

const results: Result[] = [];
let given = 0;
const began = now();
await Promise.all(
  workers.map(async (worker, index) => {
    while (given++ < tasks) results.push({ unit: `process-${index + 1}`, ...(await ask(worker, steps)) });
  }),
);
const wall = now() - began;
const gone = workers.map((worker) => once(worker, 'exit'));
for (const worker of workers) worker.disconnect();
await Promise.all(gone);
print(results, began, wall, now() - created);
