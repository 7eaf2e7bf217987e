// Many tasks of one size, dealt out to a pool with a child process per core. When is that sooner than a plain loop?
// node process.ts [tasks] [µs a task takes, about]
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { end, watched } from '../../_shared/node/workers.ts';
import { measure } from './_pool.ts';
import { given } from './_print.ts';

const workers: ChildProcess[] = [];

function start() {
  const worker = watched(fork(new URL('./_process-worker.ts', import.meta.url)), `process-${workers.length + 1}`);
  workers.push(worker);
  return async (question: number | string) => {
    const answer = once(worker, 'message');
    worker.send(question);
    return (await answer)[0];
  };
}

await measure(
  { ...given(), name: 'process' },
  () => Array.from({ length: availableParallelism() }, start),
  () => end(workers),
);
