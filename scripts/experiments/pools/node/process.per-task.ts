// Many tasks of one size, each in a process of its own, one per core at a time. When is that sooner than a plain loop?
// node process.per-task.ts [tasks] [µs a task takes, about]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { now } from '../../_shared/node/clock.mjs';
import { end, watched } from '../../_shared/node/workers.ts';
import { given, print, type Result } from './_print.ts';

const { tasks, steps } = given();

const cores = availableParallelism();
const results: Result[] = [];
let started = 0;
const began = now();
async function startOneByOne() {
  while (started < tasks) {
    const unit = `process-${++started}`;
    const worker = watched(fork(new URL('./_process-worker.ts', import.meta.url)), unit);
    worker.send(steps);
    const [answer] = await once(worker, 'message');
    results.push({ unit, ...answer });
    await end([worker]);
  }
}
await Promise.all(Array.from({ length: cores }, startOneByOne));
const wall = now() - began;
print(results, cores, { began, wall, withStart: wall });
