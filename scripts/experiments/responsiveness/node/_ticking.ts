// The main thread ticks every 5 ms, before, while and after work is done somewhere.
import { setTimeout } from 'node:timers/promises';
import { now } from '../../_shared/node/clock.mjs';
import { print } from './_print.ts';

/** The number of jobs, and the limit below which each counts primes. */
export function given() {
  const [jobs = 1, limit = 600_000] = process.argv.slice(2).map(Number);
  return { jobs, limit };
}

/** @param worker who does the work */
export async function tickWhile(worker: string, work: () => number | Promise<number>): Promise<void> {
  const ticks: number[] = [];
  const ticker = setInterval(() => ticks.push(now()), 5);
  await setTimeout(20);
  const began = now();
  const primes = await work();
  const ended = now();
  await setTimeout(20);
  clearInterval(ticker);
  print(ticks, worker, began, ended, primes);
}
