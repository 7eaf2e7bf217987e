// What thread.ts and process.ts share: a unit's own record of when it ran and on which core. It looks at the clock after
// each small piece of work; where the clock has jumped, it was switched out in between.
import { readFileSync } from 'node:fs';

export interface Slice {
  /** ms, on a clock that all units share. */
  start: number;
  end: number;
  core: number | undefined;
}

const JUMP = 0.1; // ms

export const milliseconds = () => Number(process.hrtime.bigint()) / 1e6;

/** Linux alone says it, as the 39th field; Node has no call of its own, so the record asks only when a slice begins. */
function currentCore() {
  try {
    const stat = readFileSync('/proc/thread-self/stat', 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[36]);
  } catch {
    return undefined;
  }
}

function work() {
  let sum = 0;
  for (let i = 0; i < 5000; i++) sum += i % 7;
  return sum;
}

function look(slices: Slice[]) {
  const now = milliseconds();
  const last = slices.at(-1);
  if (last !== undefined && now - last.end < JUMP) {
    last.end = now;
  } else {
    const core = currentCore();
    const start = milliseconds(); // after asking, which takes a while
    slices.push({ start, end: start, core });
  }
  return now;
}

export function workAndRecord(duration: number) {
  const slices: Slice[] = [];
  const until = look(slices) + duration;
  while (look(slices) < until) work();
  return slices;
}

/** Time for the same work with a look after each piece and without, best of several: 1.05 is five per cent more. */
export function recordingCost() {
  let [withLooks, without] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let attempt = 0; attempt < 10; attempt++) {
    const scratch: Slice[] = [];
    look(scratch);
    const start = milliseconds();
    for (let i = 0; i < 200; i++) work();
    const middle = milliseconds();
    for (let i = 0; i < 200; i++) {
      work();
      look(scratch);
    }
    without = Math.min(without, middle - start);
    withLooks = Math.min(withLooks, milliseconds() - middle);
  }
  return withLooks / without;
}
