// Prints who ran when, and how long the whole work took.
import { printWindow } from '../../_shared/node/window.ts';
import type { Result } from './_kernel.ts';

/** @param starting ms that the start of the workers took, and their end */
export function print(results: Result[], name: (unit: number) => string, starting: number): void {
  const stretches = results.flatMap((result) => result.stretches);
  const first = Math.min(...stretches.map(([began]) => began));
  const last = Math.max(...stretches.map(([, ended]) => ended));
  const wall = last - first;
  const ran = results.reduce((sum, result) => sum + result.ran, 0);
  const primes = results.reduce((sum, result) => sum + result.primes, 0);
  for (const { unit, stretches } of results) {
    for (const [began, ended] of stretches) {
      console.log(`slice ${name(unit)} run ${(began - first).toFixed(3)} ${(ended - first).toFixed(3)}`);
    }
  }
  console.log(`${primes} primes`);
  console.log(`primes = ${primes}`);
  printWindow(first, last);
  console.log(`wall = ${wall.toFixed(3)} ms`);
  console.log(`wall-with-start = ${(wall + starting).toFixed(3)} ms`);
  console.log(`running-at-once = ${(ran / wall).toFixed(3)}`);
}
