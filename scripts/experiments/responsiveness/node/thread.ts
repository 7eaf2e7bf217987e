// The main thread ticks every 5 ms. Work comes in, and a worker thread that waits for it does it: how long is the longest
// silence?
// node thread.ts [jobs] [limit]
import { once } from 'node:events';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { countPrimes } from '../../_shared/node/primes.ts';
import { warmUp } from '../../_shared/node/warm-up.ts';
import { end, watched } from '../../_shared/node/workers.ts';
import { given, tickWhile } from './_ticking.ts';

async function main() {
  const worker = watched(new Worker(new URL(import.meta.url)), 'thread-1');
  await once(worker, 'message'); // it is warm
  await tickWhile('thread', async () => {
    const answer = once(worker, 'message');
    worker.postMessage(given());
    return (await answer)[0];
  });
  await end([worker]);
}

async function serve() {
  parentPort?.on('message', ({ jobs, limit }) => {
    let primes = 0;
    for (let job = 0; job < jobs; job++) primes += countPrimes(0, limit);
    parentPort?.postMessage(primes);
  });
  await warmUp(() => countPrimes(0, 20_000));
  parentPort?.postMessage('warm');
}

if (isMainThread) await main();
else await serve();
