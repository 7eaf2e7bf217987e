/**
 * The statistics of the site, all of them. The estimators come from packages; what is ours is the pairing by round
 * and the choice of the level.
 */

import { center, centerBounds, Sample } from 'pragmastat';
import { quantileSorted } from 'simple-statistics';
import { MISRATE } from './limits.ts';

/** Fewest rounds from which an interval at `MISRATE` exists: below, even the range of the sample misses more often (2^(1−n)). */
export const MINIMUM_ROUNDS = Math.ceil(1 - Math.log2(MISRATE));

/** A ratio with the interval that holds its true value, except with probability `MISRATE`. */
export interface RatioEstimate {
  estimate: number;
  lower: number;
  upper: number;
}

/**
 * Upper bound of the chance that at least one of `comparisons` intervals misses its ratio (Bonferroni, which needs no
 * independence). A wrong verdict needs a miss, so this bounds wrong verdicts too.
 */
export function familywiseMisrate(comparisons: number): number {
  return Math.min(1, comparisons * MISRATE);
}

/** Hodges-Lehmann estimate: the median of all pairwise means. */
export function centre(values: readonly number[]): number {
  return center(Sample.of([...values])).value;
}

/**
 * Signed-rank bounds of the centre.
 *
 * pragmastat takes the first rank whose tail reaches *at least* the misrate, so that at 11 rounds and 0.001 the true
 * rate is 0.00195. Asked for a level that can be reached exactly, it keeps to it: hence `achievableMisrate`. R's
 * `wilcox.test(conf.int = TRUE, exact = TRUE)` gives the same bounds.
 *
 * @returns undefined when there are too few values for this misrate.
 */
export function centreBounds(values: readonly number[], misrate = MISRATE): [lower: number, upper: number] | undefined {
  const level = achievableMisrate(values.length, misrate);
  if (level === undefined) return undefined;
  const bounds = centerBounds(Sample.of([...values]), level);
  return [bounds.lower, bounds.upper];
}

/** Above this many values pragmastat approximates the tail from below, and every level is as good as reached. */
const EXACT_LIMIT = 63;

const achievable = new Map<string, number | undefined>();

/** Depends on nothing else, and a verdict asks for it once for each round that it leaves out. */
function achievableMisrate(n: number, misrate: number): number | undefined {
  const key = `${n} ${misrate}`;
  if (!achievable.has(key)) achievable.set(key, computeAchievableMisrate(n, misrate));
  return achievable.get(key);
}

/**
 * Largest two-sided misrate not above the one asked for that signed-rank bounds of `n` values can have: twice a tail
 * of the null distribution of the signed-rank statistic (ranks 1…n, each counted with probability ½).
 */
function computeAchievableMisrate(n: number, misrate: number): number | undefined {
  const smallest = 2 ** (1 - n);
  if (n < 2 || smallest > misrate) return undefined;
  if (n > EXACT_LIMIT) return misrate;
  const most = (n * (n + 1)) / 2;
  const probability = new Float64Array(most + 1);
  probability[0] = 1;
  for (let rank = 1; rank <= n; rank++) {
    for (let sum = most; sum >= 0; sum--) {
      probability[sum] = ((probability[sum] ?? 0) + (probability[sum - rank] ?? 0)) / 2;
    }
  }
  let tail = 0;
  for (const step of probability) {
    if (2 * (tail + step) > misrate) break;
    tail += step;
  }
  // A hair below the level, because pragmastat compares with a quotient it has rounded down.
  return Math.max(2 * tail * (1 - 1e-12), smallest);
}

/** Two readings of one round. */
export type Pair = readonly [of: number, over: number];

/**
 * `of` ÷ `over`, paired by round: exp of the centre of ln(of/over), and of its bounds.
 *
 * @returns the estimate without an interval when there are too few rounds for one, undefined when there is no pair.
 * @throws RangeError when a value is not above zero: such a ratio has no logarithm.
 */
export function pairedRatio(pairs: readonly Pair[]): { estimate: number; interval: RatioEstimate | null } | undefined {
  if (pairs.length === 0) return undefined;
  const estimate = Math.exp(centre(logRatios(pairs)));
  const bounds = pairedBounds(pairs);
  return { estimate, interval: bounds ? { estimate, ...bounds } : null };
}

/** The bounds of {@link pairedRatio} alone; undefined when there are too few rounds. */
export function pairedBounds(pairs: readonly Pair[]): Pick<RatioEstimate, 'lower' | 'upper'> | undefined {
  const bounds = centreBounds(logRatios(pairs));
  return bounds && { lower: Math.exp(bounds[0]), upper: Math.exp(bounds[1]) };
}

function logRatios(pairs: readonly Pair[]): number[] {
  return pairs.map(([of, over]) => {
    if (!(of > 0 && over > 0)) throw new RangeError(`expected two values above zero, found ${of} and ${over}`);
    return Math.log(of) - Math.log(over);
  });
}

/** Median and quartiles. */
export interface Spread {
  median: number;
  lower: number;
  upper: number;
}

/** @throws RangeError when there are no values. */
export function spread(values: readonly number[]): Spread {
  if (values.length === 0) throw new RangeError('expected at least one value, found none');
  const sorted = [...values].sort((a, b) => a - b);
  return {
    median: quantileSorted(sorted, 0.5),
    lower: quantileSorted(sorted, 0.25),
    upper: quantileSorted(sorted, 0.75),
  };
}

/** The middle value. @throws RangeError when there are none. */
export function median(values: readonly number[]): number {
  return spread(values).median;
}
