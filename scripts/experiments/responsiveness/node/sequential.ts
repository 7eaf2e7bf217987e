// The main thread ticks every 5 ms. A job comes in, and it computes it in place: how long is the longest silence?
// node sequential.ts [jobs] [limit]
import { setTimeout } from 'node:timers/promises';
import { countPrimes } from './_kernel.ts';
import { print } from './_print.ts';

async function main(jobs: number, limit: number) {
  const ticks: number[] = [];
  const ticker = setInterval(() => ticks.push(performance.now()), 5);
  await setTimeout(20);

  const began = performance.now();
  let primes = 0;
  for (let job = 0; job < jobs; job++) primes += countPrimes(0, limit);
  const ended = performance.now();

  await setTimeout(20);
  clearInterval(ticker);
  print(ticks, 'main', began, ended, primes);
}

await main(Number(process.argv[2] ?? 1), Number(process.argv[3] ?? 600_000));
