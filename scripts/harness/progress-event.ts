/** What the harness reports while it measures; `terminal/` decides how it is shown. */
import type { Place } from '../../src/measurement/place.ts';
import type { Gate } from '../../src/measurement/results.ts';

/** `experiment · runtime · case`, as people read it. */
export const cellName = (cell: Place): string => `${cell.experiment} · ${cell.runtime} · ${cell.case}`;

export type ProgressEvent =
  | { type: 'start'; cells: number; fresh: number; file: string; exact: boolean }
  | { type: 'control'; done: number; of: number }
  | { type: 'control-judged'; gate: Gate }
  | { type: 'waiting'; gate: Gate }
  | { type: 'cell'; name: string; index: number; of: number; resumedFrom: number }
  /** `left`: ms of measuring to come, from the durations observed so far; null before there are any. */
  | { type: 'round'; name: string; done: number; of: number; left: number | null }
  | {
      type: 'cell-done';
      name: string;
      rounds: number;
      planned: number;
      failures: Record<string, string>;
      gates: Gate[];
    }
  | { type: 'skipped'; name: string; reason: string }
  | { type: 'end' };

export type ProgressListener = (event: ProgressEvent) => void;
