// What the programs take and print.
import { printWindow } from '../../_shared/node/window.ts';
import { type Kind, MOST_UNITS, type Result } from './_kernel.ts';

/** The number of units, what they share, and the steps of each. */
export function given() {
  const [units = '2', kind = 'count', steps = kind === 'lock' ? '2000000' : '6000000'] = process.argv.slice(2);
  if (!['nothing', 'line', 'lock', 'count'].includes(kind) || !(Number(units) >= 1 && Number(units) <= MOST_UNITS)) {
    console.error(`expected 1 to ${MOST_UNITS} units and nothing, line, lock or count, found ${units} ${kind}`);
    process.exit(1);
  }
  return { units: Number(units), kind: kind as Kind, steps: Math.floor(Number(steps) / Number(units)) };
}

export function print(results: Result[], steps: number): void {
  const first = Math.min(...results.map(({ began }) => began));
  const last = Math.max(...results.map(({ ended }) => ended));
  const ran = results.reduce((sum, result) => sum + result.ran, 0);
  console.log(`${steps} steps by ${results.length} units`);
  console.log(`steps = ${steps}`);
  printWindow(first, last);
  console.log(`wall = ${(last - first).toFixed(3)} ms`);
  console.log(`per-step = ${((ran * 1e6) / steps).toFixed(3)} ns`);
  console.log(`running-at-once = ${(ran / (last - first)).toFixed(3)}`);
}
