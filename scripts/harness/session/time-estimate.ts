/** Estimates how long the rest will take from how long the same cells took before. */
import { placeName } from '../../../src/measurement/place.ts';
import type { Cell } from '../../../src/measurement/results.ts';
import { type CellPlan, placeOf } from '../plan/plan-cell.ts';

export interface CellRounds {
  plan: CellPlan;
  /** Still to be measured. */
  rounds: number;
}

export interface Estimator {
  /** ms a round of this cell will take; null before anything comparable was seen. */
  round(plan: CellPlan): number | null;
  /**
   * ms the remaining rounds of these cells will take, one cell after the other, without those that do not fit.
   * @param within ms there are; where no time is known yet, all of them will be used
   * @returns null before anything was seen and where there is no bound
   */
  remaining(cells: readonly CellRounds[], within?: number): number | null;
  observe(plan: CellPlan, ms: number): void;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** ms per variant of the rounds of cells measured before: sums of wall times, which leave out the harness' own part. */
function priorOf(cells: readonly Cell[]): Map<string, number[]> {
  const prior = new Map<string, number[]>();
  for (const cell of cells) {
    const walls = cell.rounds.flatMap(({ invocations }) => Object.values(invocations).map(({ wall }) => wall));
    if (walls.length > 0) prior.set(placeName(cell), [mean(walls)]);
  }
  return prior;
}

export function createEstimator(before: readonly Cell[]): Estimator {
  const exact = priorOf(before);
  const byExperiment = new Map<string, number[]>();
  const all: number[] = [];
  for (const [place, values] of exact) {
    const [experiment = '', runtime] = place.split('/');
    byExperiment.set(`${experiment}/${runtime}`, [...(byExperiment.get(`${experiment}/${runtime}`) ?? []), ...values]);
  }
  const places = (plan: CellPlan) => {
    const place = placeOf(plan);
    return { pair: `${place.experiment}/${place.runtime}`, cell: placeName(place) };
  };
  const perVariant = (plan: CellPlan): number | null => {
    const { pair, cell } = places(plan);
    const known = exact.get(cell) ?? byExperiment.get(pair) ?? (all.length > 0 ? all : undefined);
    return known ? mean(known) : null;
  };
  const round = (plan: CellPlan): number | null => {
    const each = perVariant(plan);
    return each === null ? null : each * plan.variants.length;
  };
  return {
    round,
    remaining: (cells, within = Number.POSITIVE_INFINITY) => {
      let sum = 0;
      for (const { plan, rounds } of cells) {
        const each = round(plan);
        if (each === null) return Number.isFinite(within) ? Math.max(0, within) : null;
        if (sum + each * rounds < within) sum += each * rounds;
      }
      return sum;
    },
    observe: (plan, ms) => {
      const { pair, cell } = places(plan);
      const each = ms / Math.max(1, plan.variants.length);
      exact.set(cell, [...(exact.get(cell) ?? []).slice(-9), each]);
      byExperiment.set(pair, [...(byExperiment.get(pair) ?? []).slice(-9), each]);
      all.push(each);
    },
  };
}
