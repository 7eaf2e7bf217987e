// The same work shared out among more and more threads than there are cores, once freely and once in steps, after each
// of which all wait for the slowest.
// node thread.ts [threads per core] [free or barrier]
import { once } from 'node:events';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { warmUp } from '../../_shared/node/warm-up.ts';
import { end, watched } from '../../_shared/node/workers.ts';
import { measure, work } from './_work.ts';

const workers: Worker[] = [];

async function start() {
  const worker = watched(new Worker(new URL(import.meta.url)), `thread-${workers.length + 1}`);
  workers.push(worker);
  await once(worker, 'message');
  return async (question: number | 'warm up') => {
    const answer = once(worker, 'message');
    worker.postMessage(question);
    return (await answer)[0];
  };
}

async function answer(question: number | 'warm up') {
  if (question === 'warm up') await warmUp(() => work(100_000));
  parentPort?.postMessage(question === 'warm up' ? 0 : work(question));
}

if (isMainThread) {
  await measure('threads', start, () => end(workers));
} else {
  parentPort?.on('message', answer);
  parentPort?.postMessage('started');
}
