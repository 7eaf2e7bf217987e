/** From an interval and a margin to a verdict. */
import type { RatioComparison } from './claim.ts';
import type { RatioEstimate } from './statistics.ts';

/** What a comparison that was measured can come to. */
export type Decision = 'confirmed' | 'contradicted' | 'no-difference' | 'too-noisy' | 'not-settled';

/**
 * Decides for interval [L, U] and margin m > 1.
 *
 * | expect | confirmed | contradicted | no difference |
 * |---|---|---|---|
 * | greater | L > m | U < 1/m | inside [1/m, m] |
 * | less | U < 1/m | L > m | inside [1/m, m] |
 * | same | inside [1/m, m] | L > m or U < 1/m | |
 * | not-greater | U ≤ m | L > m | |
 *
 * What is left: U/L > m², an interval wider than the whole band of "no difference", is too noisy; else not settled.
 */
export function decide(
  { lower, upper }: Pick<RatioEstimate, 'lower' | 'upper'>,
  expect: RatioComparison['expect'],
  margin: number,
): Decision {
  const above = lower > margin;
  const below = upper < 1 / margin;
  const inside = lower >= 1 / margin && upper <= margin;
  const open = upper / lower > margin ** 2 ? 'too-noisy' : 'not-settled';
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
