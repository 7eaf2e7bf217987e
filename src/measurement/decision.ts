/** From an interval and a margin to a verdict. */
import type { RatioComparison } from './claim.ts';
import { MARGIN } from './limits.ts';
import type { RatioEstimate } from './statistics.ts';

/** What a comparison that was measured can come to. */
export type Decision = 'confirmed' | 'contradicted' | 'no-difference' | 'too-noisy' | 'not-settled';

/**
 * Whether an interval lies in the band of what counts as the same. Only a claim of sameness may widen the band beyond the
 * usual margin: a gain of 1.4 × that misses a margin of 1.5 is a gain, not "no difference".
 */
export function countsAsSame(
  { lower, upper }: Pick<RatioEstimate, 'lower' | 'upper'>,
  expect: RatioComparison['expect'],
  margin: number,
): boolean {
  const band = expect === 'same' ? margin : Math.min(margin, MARGIN);
  return lower >= 1 / band && upper <= band;
}

/**
 * Decides for interval [L, U], margin m > 1 and the session's noise floor f ≥ 1. A difference must pass M = m × f; what
 * counts as the same, the band s = min(m, 1.10), is not widened: noise must not turn a difference into sameness.
 *
 * | expect | confirmed | contradicted | no difference |
 * |---|---|---|---|
 * | greater | L > M | U < 1/M | inside [1/s, s] |
 * | less | U < 1/M | L > M | inside [1/s, s] |
 * | same | inside [1/m, m] | L > M or U < 1/M | |
 * | not-greater | U ≤ m | L > M | |
 *
 * What is left is too noisy where the interval says nothing: it holds 1 and is wider than the whole band of "no
 * difference" (U/L > m²). Else it is not settled: something is known, only not enough.
 */
export function decide(
  { lower, upper }: Pick<RatioEstimate, 'lower' | 'upper'>,
  expect: RatioComparison['expect'],
  margin: number,
  noiseFloor = 1,
): Decision {
  const above = lower > margin * noiseFloor;
  const below = upper < 1 / (margin * noiseFloor);
  const inside = countsAsSame({ lower, upper }, expect, margin);
  const open = upper / lower > margin ** 2 && lower < 1 && upper > 1 ? 'too-noisy' : 'not-settled';
  switch (expect) {
    case 'greater':
      return above ? 'confirmed' : below ? 'contradicted' : inside ? 'no-difference' : open;
    case 'less':
      return below ? 'confirmed' : above ? 'contradicted' : inside ? 'no-difference' : open;
    case 'same':
      return inside ? 'confirmed' : above || below ? 'contradicted' : open;
    case 'not-greater':
      return upper <= margin ? 'confirmed' : above ? 'contradicted' : open;
  }
}
