// Many tasks of one size, dealt out to a pool with a worker thread per core. When is that sooner than a plain loop?
// node thread.ts [tasks] [µs a task takes, about]
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { end, watched } from '../../_shared/node/workers.ts';
import { measure } from './_pool.ts';
import { given } from './_print.ts';

const workers: Worker[] = [];

function start() {
  const worker = watched(new Worker(new URL('./_thread-worker.ts', import.meta.url)), `thread-${workers.length + 1}`);
  workers.push(worker);
  return async (question: unknown) => {
    const answer = once(worker, 'message');
    worker.postMessage(question);
    return (await answer)[0];
  };
}

await measure(
  { ...given(), name: 'thread' },
  () => Array.from({ length: availableParallelism() }, start),
  () => end(workers),
);
