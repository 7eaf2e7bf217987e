// Prints when the main thread ticked, when the work ran, and the longest silence. Times are ms since the first tick.
export function print(ticks: number[], worker: string, began: number, ended: number, primes: number): void {
  const [first = 0] = ticks;
  const gaps = ticks.slice(1).map((tick, index) => tick - (ticks[index] ?? tick));
  for (const tick of ticks) console.log(`slice main mark ${(tick - first).toFixed(3)} ${(tick - first).toFixed(3)}`);
  console.log(`slice ${worker} run ${(began - first).toFixed(3)} ${(ended - first).toFixed(3)}`);
  console.log(`${primes} primes found`);
  console.log(`ticks = ${ticks.length}`);
  console.log(`worst-gap = ${Math.max(...gaps).toFixed(3)} ms`);
  console.log(`wall = ${(ended - began).toFixed(3)} ms`);
}
