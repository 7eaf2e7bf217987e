/** What a comparison compares, in words. */
import { wordsOf } from '../../evidence/load.ts';
import type { Comparison, RatioComparison } from '../../measurement/claim.ts';
import type { SaidRatio } from '../../measurement/sentence.ts';
import { formatRatio } from '../../measurement/units.ts';

/** What is expected of a ratio, and of the same one turned. */
const EXPECTATIONS = {
  greater: ['expected above', 'expected below'],
  less: ['expected below', 'expected above'],
  same: ['expected within', 'expected within'],
  'not-greater': ['expected no more than', 'expected no less than'],
} as const;

/** `process ÷ thread`, turned `thread ÷ process`. */
export function dividedBy({ experiment, of, over }: RatioComparison, isTurned: boolean): string {
  const variant = (id: string) => wordsOf(experiment)?.variants[id]?.label ?? id;
  return isTurned ? `${variant(over)} ÷ ${variant(of)}` : `${variant(of)} ÷ ${variant(over)}`;
}

/**
 * `ready: process ÷ thread, expected above 1.10 ×`.
 * @param drawn how a ratio is drawn beside it, and the margin that it had to pass
 */
export function comparisonReads(comparison: Comparison, drawn?: Pick<SaidRatio, 'isTurned' | 'margin'>): string {
  const words = wordsOf(comparison.experiment);
  const metric = words?.metrics[comparison.metric]?.label ?? comparison.metric;
  const variant = (id: string) => words?.variants[id]?.label ?? id;
  if (comparison.kind === 'fact') {
    const quantifier = comparison.quantifier === 'every' ? 'in every round' : 'in at least one round';
    return `${metric}, ${variant(comparison.variant)}: ${comparison.is} ${comparison.value} ${quantifier}`;
  }
  const { isTurned, margin } = drawn ?? { isTurned: false, margin: comparison.margin };
  const scaled = comparison.speedUpOn === undefined ? '' : ', scaled to free cores';
  const expected = EXPECTATIONS[comparison.expect][isTurned ? 1 : 0];
  const isBelow = expected === 'expected below' || expected === 'expected no less than';
  return `${metric}: ${dividedBy(comparison, isTurned)}${scaled}, ${expected} ${formatRatio(isBelow ? 1 / margin : margin)}`;
}

export function caseLabel(experiment: string, id: string): string {
  return wordsOf(experiment)?.cases[id]?.label ?? id;
}
