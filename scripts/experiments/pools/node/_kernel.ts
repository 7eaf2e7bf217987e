// One task: so many steps of a pseudo-random sequence.
import { now } from '../../_shared/node/clock.mjs';

export const STEPS_PER_MICROSECOND = 600; // roughly

/** Times are of `now`. */
export function task(steps: number) {
  const began = now();
  let number = 1;
  for (let step = 0; step < steps; step++) number = (Math.imul(number, 1103515245) + 12345) & 0x7fffffff;
  return { number, began, ended: now() };
}

export type Answer = ReturnType<typeof task>;
