/** All comparisons of the ledger, and the probability that some interval misses. */
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

/** A number of intervals, and the greatest probability that one of them misses its ratio. */
export interface Family {
  intervals: number;
  misrate: number;
}

/**
 * The intervals behind the whole ledger and behind each runtime: one per case of a ratio, however many rows rest on it
 * and whatever margin they use. A reader usually looks at one runtime; for one who looks at all of them, the figure of the whole
 * ledger holds. Both grow with the ledger: they are shown, not limited.
 */
export function familiesOf(claims: readonly Claim[]): { whole: Family; byRuntime: Record<string, Family> } {
  const intervals = distinctComparisons(claims).flatMap(intervalsOf);
  const distinct = [...new Map(intervals.map((interval) => [interval.key, interval])).values()];
  const groups = Object.groupBy(distinct, ({ runtime }) => runtime);
  const byRuntime = Object.entries(groups).map(([runtime, own]) => [runtime, familyOf(own?.length ?? 0)] as const);
  return { whole: familyOf(distinct.length), byRuntime: Object.fromEntries(byRuntime) };
}

function intervalsOf({ comparison, runtime }: DistinctComparison): { key: string; runtime: string }[] {
  if (comparison.kind === 'fact') return [];
  const { experiment, metric, of, over, speedUpOn = 1 } = comparison;
  return comparison.cases.map((name) => {
    const key = [runtime, experiment, metric, ...[of, over].sort(), speedUpOn, name].join('/');
    return { key, runtime };
  });
}

const familyOf = (intervals: number): Family => ({ intervals, misrate: familywiseMisrate(intervals) });
