// Prints who did which task when, and how long they took. Times are ms since 1970.
export type Result = { unit: string; number: number; began: number; ended: number };

export function print(results: Result[], began: number, wall: number, withStart: number): void {
  if (results.length <= 20) {
    for (const { unit, ...task } of results) {
      console.log(`slice ${unit} run ${(task.began - began).toFixed(3)} ${(task.ended - began).toFixed(3)}`);
    }
  }
  const numbers = new Set(results.map(({ number }) => number));
  console.log(`${results.length} tasks, each with the result ${[...numbers].join(' or ')}`);
  console.log(`wall = ${wall.toFixed(3)} ms`);
  console.log(`per-task = ${((wall * 1000) / results.length).toFixed(3)} µs`);
  console.log(`wall-with-start = ${withStart.toFixed(3)} ms`);
}
