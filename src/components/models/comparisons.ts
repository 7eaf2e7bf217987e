/** What a comparison compares, in words. */
import { wordsOf } from '../../evidence/load.ts';
import type { Comparison } from '../../measurement/claim.ts';
import { formatRatio } from '../../measurement/units.ts';

const EXPECTATIONS = {
  greater: 'expected above',
  less: 'expected below',
  same: 'expected within',
  'not-greater': 'expected no more than',
} as const;

/** `ready, process ÷ thread, expected above 1.10 ×`. */
export function comparisonReads(comparison: Comparison): string {
  const words = wordsOf(comparison.experiment);
  const metric = words?.metrics[comparison.metric]?.label ?? comparison.metric;
  const variant = (id: string) => words?.variants[id]?.label ?? id;
  if (comparison.kind === 'fact') {
    const quantifier = comparison.quantifier === 'every' ? 'in every round' : 'in at least one round';
    return `${metric}, ${variant(comparison.variant)}: ${comparison.is} ${comparison.value} ${quantifier}`;
  }
  const scaled = comparison.speedUpOn === undefined ? '' : ', scaled to free cores';
  const bound = comparison.expect === 'less' ? 1 / comparison.margin : comparison.margin;
  return `${metric}: ${variant(comparison.of)} ÷ ${variant(comparison.over)}${scaled}, ${EXPECTATIONS[comparison.expect]} ${formatRatio(bound)}`;
}

export function caseLabel(experiment: string, id: string): string {
  return wordsOf(experiment)?.cases[id]?.label ?? id;
}
