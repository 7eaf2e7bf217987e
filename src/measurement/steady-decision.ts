/** A decision that does not depend on a single round. */
import type { RatioComparison } from './claim.ts';
import { isDecided } from './combination.ts';
import { type Decision, decide } from './decision.ts';
import { type Pair, pairedBounds, type RatioEstimate } from './statistics.ts';

/**
 * Decides as `decide` does, and then leaves out each round in turn: a decision that any one of them changes is not
 * settled. A verdict that is open anyway stays as it is.
 *
 * @param pairs what the two programs printed, one pair per round, and `interval` the interval of their ratio
 * @returns `steady: false` where a single round decided
 */
export function decideSteadily(
  pairs: readonly Pair[],
  interval: RatioEstimate,
  expect: RatioComparison['expect'],
  margin: number,
  noiseFloor = 1,
): { kind: Decision; steady: boolean } {
  const kind = decide(interval, expect, margin, noiseFloor);
  if (!isDecided(kind)) return { kind, steady: true };
  const steady = pairs.every((_, left) => {
    const rest = pairedBounds(pairs.filter((__, index) => index !== left));
    return rest !== undefined && decide(rest, expect, margin, noiseFloor) === kind;
  });
  return { kind: steady ? kind : 'not-settled', steady };
}
