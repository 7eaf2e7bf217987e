// The main thread ticks every 5 ms. A job comes in, and a child process computes it: how long is the longest silence?
// node process.ts [jobs] [limit]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { countPrimes } from './_kernel.ts';
import { print } from './_print.ts';

async function main(jobs: number, limit: number) {
  const ticks: number[] = [];
  const ticker = setInterval(() => ticks.push(performance.now()), 5);
  await setTimeout(20);

  const began = performance.now();
  const worker = fork(new URL(import.meta.url), [String(jobs), String(limit), 'child']);
  const [primes] = await once(worker, 'message');
  const ended = performance.now();

  await setTimeout(20);
  clearInterval(ticker);
  print(ticks, 'process', began, ended, primes);
}

function run(jobs: number, limit: number) {
  let primes = 0;
  for (let job = 0; job < jobs; job++) primes += countPrimes(0, limit);
  process.send?.(primes);
}

const [jobs = '1', limit = '600000', child] = process.argv.slice(2);
if (child) run(Number(jobs), Number(limit));
else await main(Number(jobs), Number(limit));
