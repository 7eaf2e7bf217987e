/**
 * Compares the plan with the results: what is fresh, stale, begun or missing, and in what order the rest is measured.
 */
import type { Cell, Machine, Results } from '../../../src/measurement/results.ts';
import { runtimeRow } from '../../../src/measurement/runtimes.ts';
import { whyStale } from '../../../src/measurement/staleness.ts';
import type { CellPlan } from './plan-cell.ts';

export type CellStatus = 'fresh' | 'partial' | 'stale' | 'missing';

export interface PlannedCell {
  plan: CellPlan;
  status: CellStatus;
  /** In words; empty for fresh. */
  why: string;
  /** What the results hold for this cell, whatever its key. */
  existing: Cell | undefined;
}

/**
 * Compares one place of the plan with the results.
 * @param full the same cell under the full profile: where that is measured, or begun, it answers for the quick one too
 */
export function statusOf(wanted: CellPlan, full: CellPlan | null, results: Results, machine: Machine): PlannedCell {
  const existing = results.cells.find(
    (cell) =>
      cell.experiment === wanted.experiment.id &&
      cell.runtime === wanted.installation.info.id &&
      cell.case === wanted.case,
  );
  if (!existing) return { plan: wanted, status: 'missing', why: 'never measured', existing };
  const matching = [wanted, full].find((plan) => plan?.key === existing.key);
  if (!matching) {
    const planned = { ...wanted, runtime: wanted.installation.info, kernel: machine.kernel };
    return { plan: wanted, status: 'stale', why: whyStale(existing, results, { planned }) ?? '', existing };
  }
  if (existing.planned < wanted.rounds) {
    const why = `planned for ${existing.planned} rounds, now ${wanted.rounds}`;
    return { plan: wanted, status: 'stale', why, existing };
  }
  const plan = { ...matching, rounds: existing.planned, profile: existing.profile };
  return existing.rounds.length < existing.planned
    ? { plan, status: 'partial', why: `${existing.rounds.length} of ${existing.planned} rounds`, existing }
    : { plan, status: 'fresh', why: '', existing };
}

/**
 * Quick cases first, and of those the runtimes that a reader can switch to, home experiments before others. Within
 * that, the first case of every experiment comes before the second of any, so that a budget covers some of each.
 */
export function inOrder(cells: readonly PlannedCell[]): PlannedCell[] {
  const rank = ({ plan: { experiment, installation, case: caseId } }: PlannedCell): number => {
    const quick = experiment.definition.cases[caseId]?.quick === true;
    const shown = runtimeRow(installation.info.id)?.inSwitch === true;
    return (quick ? 0 : 4) + (shown ? 0 : 2) + (experiment.definition.home ? 0 : 1);
  };
  const caseNumber = ({ plan: { experiment, case: caseId } }: PlannedCell): number =>
    Object.keys(experiment.definition.cases).indexOf(caseId);
  return [...cells].sort((a, b) => rank(a) - rank(b) || caseNumber(a) - caseNumber(b));
}
