/** Whether two tools agree. Pure. */
import { MARGIN } from '../../src/measurement/limits.ts';

/** Two figures of the same thing that are further apart than this factor do not agree. */
export const FACTOR = 2;

/** One thing measured twice. Both in the same unit. */
export interface Row {
  label: string;
  unit: string;
  ours: number;
  theirs: number;
  /** How the tool's figure was obtained. */
  command: string;
}

/** ours ÷ theirs, and whether it lies within `FACTOR` either way. */
export function closeness({ ours, theirs }: Row): { ratio: number; close: boolean } {
  const ratio = ours / theirs;
  return { ratio, close: ratio <= FACTOR && ratio >= 1 / FACTOR };
}

const order = (first: number, second: number): -1 | 0 | 1 => {
  if (first / second > MARGIN) return 1;
  return second / first > MARGIN ? -1 : 0;
};

export interface Direction {
  of: string;
  over: string;
  /** of ÷ over, each by its own tool. */
  ours: number;
  theirs: number;
  /** False only if one tool finds `of` slower and the other faster, both by more than the margin. */
  agrees: boolean;
}

/** Every pair of rows: does each tool put them in the same order? */
export function directions(rows: readonly Row[]): Direction[] {
  return rows.flatMap((over, index) =>
    rows.slice(index + 1).map((of) => ({
      of: of.label,
      over: over.label,
      ours: of.ours / over.ours,
      theirs: of.theirs / over.theirs,
      agrees: order(of.ours, over.ours) * order(of.theirs, over.theirs) >= 0,
    })),
  );
}
