/** The family of comparisons that the ledger makes, and what it may get wrong. */
import type { Claim, Comparison } from './claim.ts';
import { familywiseMisrate } from './statistics.ts';

/** A comparison in a runtime, with the claims that rest on it. */
export interface DistinctComparison {
  comparison: Comparison;
  runtime: string;
  claims: string[];
}

/**
 * The comparisons of the ledger, each runtime for itself. Two that would be judged alike, whatever their labels, are
 * one.
 */
export function distinctComparisons(claims: readonly Claim[]): DistinctComparison[] {
  const distinct = new Map<string, DistinctComparison>();
  for (const claim of claims) {
    const runtimes = claim.runtimes.filter((runtime) => claim.notApplicable[runtime] === undefined);
    for (const runtime of runtimes) {
      for (const comparison of claim.comparisons) {
        if (comparison.runtimes && !comparison.runtimes.includes(runtime)) continue;
        const key = JSON.stringify([runtime, { ...comparison, label: '', runtimes: [] }]);
        const known = distinct.get(key);
        if (known) known.claims.push(claim.id);
        else distinct.set(key, { comparison, runtime, claims: [claim.id] });
      }
    }
  }
  return [...distinct.values()];
}

/** How many intervals stand behind some verdicts, and the greatest chance that one of them misses its ratio. */
export interface Family {
  intervals: number;
  misrate: number;
}

/**
 * The ratios of the whole ledger and of each runtime, one interval per case. A reader looks at one runtime at a time;
 * who looks at all of them at once must reckon with the whole.
 */
export function familiesOf(claims: readonly Claim[]): { whole: Family; byRuntime: Record<string, Family> } {
  const ratios = distinctComparisons(claims).filter(({ comparison }) => comparison.kind === 'ratio');
  const familyOf = (rows: readonly DistinctComparison[]): Family => {
    const intervals = rows.reduce((sum, { comparison }) => sum + comparison.cases.length, 0);
    return { intervals, misrate: familywiseMisrate(intervals) };
  };
  const groups = Object.groupBy(ratios, ({ runtime }) => runtime);
  const byRuntime = Object.entries(groups).map(([runtime, rows]) => [runtime, familyOf(rows ?? [])] as const);
  return { whole: familyOf(ratios), byRuntime: Object.fromEntries(byRuntime) };
}
