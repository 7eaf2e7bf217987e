// What the programs take, and print: who did which task when, and how long they took. Times are ms since 1970.
import { printWindow } from '../../_shared/node/window.ts';
import { type Answer, STEPS_PER_MICROSECOND } from './_kernel.ts';

export type Result = Answer & { unit: string };

/** The number of tasks, and the steps of each. */
export function given() {
  const [tasks = 100, microseconds = 1000] = process.argv.slice(2).map(Number);
  return { tasks, steps: microseconds * STEPS_PER_MICROSECOND };
}

interface Times {
  began: number;
  wall: number;
  withStart: number;
}

/** @param cores that could do tasks at the same time */
export function print(results: Result[], cores: number, { began, wall, withStart }: Times): void {
  if (results.length <= 20) {
    for (const { unit, ...task } of results) {
      console.log(`slice ${unit} run ${(task.began - began).toFixed(3)} ${(task.ended - began).toFixed(3)}`);
    }
  }
  const numbers = new Set(results.map(({ number }) => number));
  // Node.js learns of processor time by ticks of some ms, which is too coarse for a task: what one waited counts as work.
  const ran = results.reduce((sum, { began, ended }) => sum + ended - began, 0);
  console.log(`${results.length} tasks, each with the result ${[...numbers].join(' or ')}`);
  console.log(`tasks = ${results.length}`);
  printWindow(began, began + wall);
  console.log(`wall = ${wall.toFixed(3)} ms`);
  console.log(`per-task = ${((wall * 1000) / results.length).toFixed(3)} µs`);
  console.log(`overhead = ${(((wall * cores - ran) * 1000) / results.length).toFixed(3)} µs`);
  console.log(`wall-with-start = ${withStart.toFixed(3)} ms`);
}
