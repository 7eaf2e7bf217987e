// What a program and the processes it started have cost so far, as Linux counts it: processor time and memory.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { median } from '../../_shared/node/median.ts';

export type Cost = { cpu: number; memory: number };

const read = (file: string) => readFileSync(`/proc/${file}`, 'utf8');

/** Processor ms and KiB of memory, each shared page counted once (PSS). Leaves out the site's server. Zero elsewhere. */
export function cost(pid = 'self'): Cost {
  const sum: Cost = { cpu: 0, memory: 0 };
  if (!existsSync('/proc/self/smaps_rollup') || read(`${pid}/cmdline`).includes('_site.')) return sum;
  sum.memory = Number(/^Pss: +(\d+)/m.exec(read(`${pid}/smaps_rollup`))?.[1]);
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    sum.cpu += Number(read(`${pid}/task/${thread}/schedstat`).split(' ')[0]) / 1e6;
    for (const child of read(`${pid}/task/${thread}/children`).split(' ').filter(Boolean)) {
      const its = cost(child);
      sum.cpu += its.cpu;
      sum.memory += its.memory;
    }
  }
  return sum;
}

export function printCost(requests: number, wall: number, before: Cost, after: Cost): void {
  console.log(`wall = ${wall.toFixed(3)} ms`);
  if (after.memory === 0) return;
  console.log(`cpu-per-request = ${(((after.cpu - before.cpu) * 1000) / requests).toFixed(1)} µs`);
  console.log(`memory = ${after.memory} KiB`);
}

/** How often the first page is asked for, each time when it has come. */
const FIRST_PAGES = 9;

/** ms until the first page is there. */
export async function timeFirstPage(ask: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < FIRST_PAGES; count++) {
    const began = performance.now();
    await ask();
    times.push(performance.now() - began);
  }
  return median(times);
}

const SHOWN = 50;

type Wait = { url: string; began: number; ended: number };

/**
 * The time to the first page, the most pages under way at a time, and when the first fifty were waited for, from `start`.
 * Where fewer were under way than `inFlight`, there is no result.
 */
export function printWaits(pages: Wait[], start: number, inFlight: number, first: number): void {
  // At the same moment an end comes first: its place is free again.
  const changes = pages.flatMap(({ began, ended }) => [[began, 1] as const, [ended, -1] as const]);
  changes.sort(([a, more], [b, other]) => a - b || more - other);
  let [underWay, most] = [0, 0];
  for (const [, more] of changes) {
    underWay += more;
    most = Math.max(most, underWay);
  }
  const possible = Math.min(inFlight, pages.length - 1); // all but the first page
  if (most < possible) {
    console.error(`at most ${most} pages were under way at a time, not ${possible}`);
    process.exit(1);
  }
  for (const { url, began, ended } of pages.slice(0, SHOWN)) {
    const name = new URL(url).pathname.slice(1);
    console.log(`slice page-${name} io ${(began - start).toFixed(3)} ${(ended - start).toFixed(3)}`);
  }
  console.log(`first-answer = ${first.toFixed(3)} ms`);
  console.log(`most-in-flight = ${most}`);
  console.log(`result = ${pages.length}`);
}
