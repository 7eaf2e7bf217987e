// Prints who ran when, and how long the whole work took.
import type { Result } from './_kernel.ts';

export function print(results: Result[], name: (unit: number) => string, withStart: number): void {
  const stretches = results.flatMap((result) => result.stretches);
  const first = Math.min(...stretches.map(([began]) => began));
  const wall = Math.max(...stretches.map(([, ended]) => ended)) - first;
  const ran = stretches.reduce((sum, [began, ended]) => sum + ended - began, 0);
  for (const { unit, stretches } of results) {
    for (const [began, ended] of stretches) {
      console.log(`slice ${name(unit)} run ${(began - first).toFixed(3)} ${(ended - first).toFixed(3)}`);
    }
  }
  console.log(`${results.reduce((sum, { primes }) => sum + primes, 0)} primes`);
  console.log(`wall = ${wall.toFixed(3)} ms`);
  console.log(`wall-with-start = ${withStart.toFixed(3)} ms`);
  console.log(`running-at-once = ${(ran / wall).toFixed(3)}`);
}
