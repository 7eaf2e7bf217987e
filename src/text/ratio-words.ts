/** Says a ratio in the author's words, never claiming a difference its interval does not show. */
import type { RatioFigure } from '../measurement/figure.ts';
import { formatRatio } from '../measurement/units.ts';

export interface RatioWords {
  more: string;
  less: string;
  same: string;
}

/**
 * @param margin what counts as a difference, above 1
 * @returns `2.6 × slower` · `2.6 × faster` (the inverse) · `as fast` · `not shown to be slower or faster`
 */
export function ratioInWords(
  { estimate, interval }: Pick<RatioFigure, 'estimate' | 'interval'>,
  words: RatioWords,
  margin: number,
): string {
  const lower = interval?.lower ?? 0;
  const upper = interval?.upper ?? Number.POSITIVE_INFINITY;
  if (lower > margin) return `${formatRatio(estimate)} ${words.more}`;
  if (upper < 1 / margin) return `${formatRatio(1 / estimate)} ${words.less}`;
  if (lower >= 1 / margin && upper <= margin) return words.same;
  return `not shown to be ${words.more} or ${words.less}`;
}
