/** The report of a measuring, for people, for `--json` and for the build. */
import type { Cell, Session } from '../../../src/measurement/results.ts';
import type { Profile } from '../options.ts';
import type { CellStatus, PlannedCell } from '../plan/cell-status.ts';
import { placeOf, type Unavailable } from '../plan/plan-cell.ts';
import { failedGate } from './failed-gate.ts';

export interface ReportedCell {
  experiment: string;
  runtime: string;
  case: string;
  status: CellStatus;
  why: string;
  /** Rounds held and planned. */
  rounds: number;
  planned: number;
  /** Variant → reason. */
  failures: Record<string, string>;
  /** The gate that failed, in words; empty if none did. */
  failedGate: string;
  /** Measured or continued by this run. */
  measured: boolean;
}

export interface MeasureReport {
  machine: string;
  /** The results file. */
  file: string;
  profile: Profile;
  /** Null where nothing had to be measured. */
  session: string | null;
  seed: number | null;
  cells: ReportedCell[];
  unavailable: Unavailable[];
  interrupted: boolean;
  /** Selected cells that are not complete: the budget ended, or somebody stopped it. */
  left: number;
  /** Why the file can't be committed as reference results, empty if it can; null if it is not a reference file. */
  faults: string[] | null;
  /** ms */
  took: number;
}

export function reportCell(
  { plan, status, why, existing }: PlannedCell,
  measured: Cell | undefined,
  sessions: readonly Session[],
): ReportedCell {
  const cell = measured ?? existing;
  const complete = measured && measured.rounds.length >= measured.planned;
  const short = measured && `${measured.rounds.length} of ${measured.planned} rounds`;
  return {
    ...placeOf(plan),
    status: complete ? 'fresh' : measured ? 'partial' : status,
    why: complete ? '' : (short ?? why),
    rounds: cell?.rounds.length ?? 0,
    planned: plan.rounds,
    failures: Object.fromEntries(
      Object.entries(cell?.failures ?? {}).map(([variant, { reason }]) => [variant, reason]),
    ),
    failedGate: (cell && failedGate(cell, sessions)) ?? '',
    measured: measured !== undefined,
  };
}
