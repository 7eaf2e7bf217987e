// The same work shared out among more and more processes than there are cores, once freely and once in steps, after each
// of which all wait for the slowest.
// node process.ts [processes per core] [free or barrier]
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { warmUp } from '../../_shared/node/warm-up.ts';
import { end, watched } from '../../_shared/node/workers.ts';
import { measure, work } from './_work.ts';

const workers: ChildProcess[] = [];

async function start() {
  const worker = watched(fork(import.meta.filename), `process-${workers.length + 1}`);
  workers.push(worker);
  await once(worker, 'message');
  return async (question: number | 'warm up') => {
    const answer = once(worker, 'message');
    worker.send(question);
    return (await answer)[0];
  };
}

async function answer(question: number | 'warm up') {
  if (question === 'warm up') await warmUp(() => work(100_000));
  process.send?.(question === 'warm up' ? 0 : work(question));
}

if (process.send === undefined) {
  await measure('processes', start, () => end(workers));
} else {
  process.on('message', answer);
  process.send('started');
}
