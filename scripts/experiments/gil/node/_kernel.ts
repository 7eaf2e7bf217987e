// The work itself: count the prime numbers below a limit, by trial division. Runs the same in Node.js and in a browser.
import { now } from '../../_shared/node/clock.mjs';
import { countPrimes } from '../../_shared/node/primes.ts';

export type Stretch = [began: number, ended: number];
export type Result = { unit: number; primes: number; ran: number; stretches: Stretch[] };

const CHUNK = 100;

/** Processor time of this thread, ms; null in a browser and before Node.js 24, which cannot tell. */
function processorTime(): number | null {
  const process = (globalThis as { process?: { threadCpuUsage?: () => { user: number; system: number } } }).process;
  const used = process?.threadCpuUsage?.();
  return used ? (used.user + used.system) / 1000 : null;
}

/** This unit's share of the numbers, and the stretches of time in which it really ran. Times are of `now`. */
export function work(unit: number, units: number, limit: number): Result {
  const processor = processorTime();
  const stretches: Stretch[] = [];
  let primes = 0;
  let began = now();
  let seen = began;
  for (let start = unit * CHUNK; start < limit; start += units * CHUNK) {
    primes += countPrimes(start, Math.min(start + CHUNK, limit));
    const time = now();
    if (time - seen > 1) {
      stretches.push([began, seen]); // the clock jumped: in between, somebody else ran
      began = time;
    }
    seen = time;
  }
  stretches.push([began, seen]);
  const onCore = processorTime();
  const noticed = stretches.reduce((sum, [from, to]) => sum + to - from, 0);
  const ran = processor === null || onCore === null ? noticed : onCore - processor;
  return { unit, primes, ran, stretches };
}
