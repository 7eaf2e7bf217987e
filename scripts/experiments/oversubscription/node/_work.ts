// The work, shared out in steps, after each of which all wait for the slowest.
import { availableParallelism } from 'node:os';
import { now } from '../../_shared/node/clock.mjs';
import { printWindow } from '../../_shared/node/window.ts';

const WORK = 60_000_000; // rounds, all workers together

export function work(rounds: number): number {
  let sum = 0;
  for (let i = 0; i < rounds; i++) sum += i % 7;
  return sum;
}

/** Asks a worker and gives its answer: the sum of so many rounds, or that it is warm. */
export type Ask = (question: number | 'warm up') => Promise<number>;

/**
 * @param start makes a worker that has started
 * @param end waits until all are gone
 */
export async function measure(name: string, start: () => Promise<Ask>, end: () => Promise<void>): Promise<void> {
  const [perCore = '4', manner = 'free'] = process.argv.slice(2);
  const count = Number(perCore) * availableParallelism();
  const steps = manner === 'barrier' ? 50 : 1;
  const rounds = Math.floor(WORK / steps / count);

  const created = now();
  const workers = await Promise.all(Array.from({ length: count }, start));
  const started = now();
  await Promise.all(workers.map((ask) => ask('warm up')));
  const ready = now();
  let result = 0;
  for (let step = 0; step < steps; step++) {
    const sums = await Promise.all(workers.map((ask) => ask(rounds)));
    result += sums.reduce((sum, one) => sum + one, 0);
  }
  const done = now();
  await end();
  const gone = now();

  console.log(`${count} ${name}`);
  console.log(`result = ${result}`);
  printWindow(ready, done);
  console.log(`wall = ${(done - ready).toFixed(3)} ms`);
  console.log(`total = ${(started - created + gone - ready).toFixed(3)} ms`);
}
