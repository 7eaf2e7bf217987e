// The main thread ticks every 5 ms. A job comes in, and a worker thread computes it: how long is the longest silence?
// node thread.ts [jobs] [limit]
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { countPrimes } from './_kernel.ts';
import { print } from './_print.ts';

async function main(jobs: number, limit: number) {
  const ticks: number[] = [];
  const ticker = setInterval(() => ticks.push(performance.now()), 5);
  await setTimeout(20);

  const began = performance.now();
  const worker = new Worker(new URL(import.meta.url), { workerData: { jobs, limit } });
  const [primes] = await once(worker, 'message');
  const ended = performance.now();

  await setTimeout(20);
  clearInterval(ticker);
  print(ticks, 'thread', began, ended, primes);
}

function run({ jobs, limit }: { jobs: number; limit: number }) {
  let primes = 0;
  for (let job = 0; job < jobs; job++) primes += countPrimes(0, limit);
  parentPort?.postMessage(primes);
}

if (isMainThread) await main(Number(process.argv[2] ?? 1), Number(process.argv[3] ?? 600_000));
else run(workerData);
