// What a program and the processes it started have cost so far, told by Linux: processor time and memory.
import { existsSync, readdirSync, readFileSync } from 'node:fs';

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

/** When each page of a small site was waited for, in ms since `start`. */
export function printWaits(pages: { url: string; began: number; ended: number }[], start: number): void {
  for (const { url, began, ended } of pages.length <= 50 ? pages : []) {
    const name = new URL(url).pathname.slice(1);
    console.log(`slice page-${name} io ${(began - start).toFixed(3)} ${(ended - start).toFixed(3)}`);
  }
}
