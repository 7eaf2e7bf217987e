// The work: counting in shared memory. What differs is where the counter lies, and whether a lock goes round it.
import { now } from '../../_shared/node/clock.mjs';
import { processorTime } from '../../_shared/node/processor-time.ts';

export type Kind = 'nothing' | 'line' | 'lock' | 'count';
export type Result = { began: number; ended: number; ran: number };

export const MOST_UNITS = 16;
const LINE = 128 / Int32Array.BYTES_PER_ELEMENT; // processors fetch cache lines of 64 bytes in pairs
const LOCK = (MOST_UNITS + 1) * LINE;
const [FREE, HELD, AWAITED] = [0, 1, 2];

/** A counter for each unit in one cache line, one for each in a line of its own, and a lock with what it guards. */
export const counters = () => new Int32Array(new SharedArrayBuffer((MOST_UNITS + 2) * 128));

const PLACE = {
  nothing: (unit: number) => (unit + 1) * LINE,
  line: (unit: number) => unit,
  count: () => 0,
};

function count(cells: Int32Array, at: number, steps: number) {
  for (let step = 0; step < steps; step++) Atomics.add(cells, at, 1);
}

/** With a lock made of a cell, as JavaScript has none: a unit that finds it taken sleeps. */
function countLocked(cells: Int32Array, steps: number) {
  for (let step = 0; step < steps; step++) {
    if (Atomics.compareExchange(cells, LOCK, FREE, HELD) !== FREE) {
      while (Atomics.exchange(cells, LOCK, AWAITED) !== FREE) Atomics.wait(cells, LOCK, AWAITED);
    }
    cells[LOCK + 1] = (cells[LOCK + 1] ?? 0) + 1;
    if (Atomics.exchange(cells, LOCK, FREE) === AWAITED) Atomics.notify(cells, LOCK, 1);
  }
}

/** Times are of `now`; `ran` is processor time. */
export function work(unit: number, kind: Kind, steps: number, cells: Int32Array): Result {
  const processor = processorTime();
  const began = now();
  if (kind === 'lock') countLocked(cells, steps);
  else count(cells, PLACE[kind](unit), steps);
  const ended = now();
  return { began, ended, ran: processorTime() - processor };
}

/** All that was counted. */
export const counted = (cells: Int32Array) => cells.reduce((sum, cell) => sum + cell, 0);
