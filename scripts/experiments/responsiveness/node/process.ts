// The main thread ticks every 5 ms. Work comes in, and a child process that waits for it does it: how long is the longest
// silence?
// node process.ts [jobs] [limit]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { countPrimes } from '../../_shared/node/primes.ts';
import { warmUp } from '../../_shared/node/warm-up.ts';
import { end, watched } from '../../_shared/node/workers.ts';
import { given, tickWhile } from './_ticking.ts';

async function main() {
  const worker = watched(fork(new URL(import.meta.url), ['child']), 'process-1');
  await once(worker, 'message'); // it is warm
  await tickWhile('process', async () => {
    const answer = once(worker, 'message');
    worker.send(given());
    return (await answer)[0];
  });
  await end([worker]);
}

async function serve() {
  process.on('message', ({ jobs, limit }: { jobs: number; limit: number }) => {
    let primes = 0;
    for (let job = 0; job < jobs; job++) primes += countPrimes(0, limit);
    process.send?.(primes);
  });
  await warmUp(() => countPrimes(0, 20_000));
  process.send?.('warm');
}

if (process.argv[2] === 'child') await serve();
else await main();
