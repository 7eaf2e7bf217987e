// Prints when the main thread ticked, when the work ran, and the longest silences. Times are ms since the first tick.
import { printWindow } from '../../_shared/node/window.ts';

export function print(ticks: number[], worker: string, began: number, ended: number, primes: number): void {
  const [first = 0] = ticks;
  const gaps = ticks.slice(1).map((tick, index) => tick - (ticks[index] ?? tick));
  gaps.sort((a, b) => a - b);
  for (const tick of ticks) console.log(`slice main mark ${(tick - first).toFixed(3)} ${(tick - first).toFixed(3)}`);
  console.log(`slice ${worker} run ${(began - first).toFixed(3)} ${(ended - first).toFixed(3)}`);
  console.log(`${primes} primes found`);
  console.log(`primes = ${primes}`);
  console.log(`ticks = ${ticks.length}`);
  printWindow(began, ended);
  console.log(`worst-gap = ${(gaps.at(-1) ?? Number.NaN).toFixed(3)} ms`);
  console.log(`gap-95 = ${(gaps[Math.floor(gaps.length * 0.95)] ?? Number.NaN).toFixed(3)} ms`);
  console.log(`wall = ${(ended - began).toFixed(3)} ms`);
}
