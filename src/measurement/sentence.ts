/** Verdicts as sentences a person would say: the ratio turned so that it reads naturally, with its interval. */
import type { FactComparison, RatioComparison } from './claim.ts';
import { isDecided } from './combination.ts';
import { countsAsSame } from './decision.ts';
import type { CaseVerdict } from './judge-case.ts';
import type { RatioEstimate } from './statistics.ts';
import { formatInterval, formatRatio } from './units.ts';
import type { ComparisonVerdict } from './verdict.ts';

/** Says a case in words, as the experiment's vocabulary does. */
export type CaseWords = (experiment: string, caseId: string) => string;

/**
 * One comparison in one sentence, without its full stop: `a process took 12 × as long to start as a thread (9.1 to
 * 20 ×)`. Cases that came out alike share one statement with the range of their ratios; where they differ, each group
 * is named: `64 B: …; from 64 KiB: …`. Where only some of the cases were measured, it says which.
 */
export function comparisonSentence(verdict: ComparisonVerdict, caseWords: CaseWords): string {
  const { comparison, counted } = verdict;
  const groups = runsOfOneKind(counted);
  const partial = counted.length < verdict.cases.length;
  if (groups.length === 1 && !partial) return groupSentence(comparison, counted);
  return groups
    .map((group) => `${named(comparison.experiment, group, caseWords)}: ${groupSentence(comparison, group)}`)
    .join('; ');
}

/** Whether one statement says what all cases came to. */
export const casesAgree = ({ counted }: ComparisonVerdict): boolean => runsOfOneKind(counted).length === 1;

/** One case of one comparison in one sentence, without its full stop. */
export function caseSentence(comparison: RatioComparison | FactComparison, verdict: CaseVerdict): string {
  if (verdict.kind === 'not-measured') return verdict.reason;
  return comparison.kind === 'fact' ? factSentence(comparison, verdict) : ratioSentence(comparison, verdict);
}

function factSentence({ reads, quantifier }: FactComparison, { kind, held, rounds, reason }: CaseVerdict): string {
  if (kind === 'too-noisy') return `the machine could not show it: ${reason}`;
  const mixed = held !== undefined && held > 0 && held < rounds;
  const share = mixed ? `, in ${held} of ${rounds} rounds` : '';
  return kind === 'confirmed' || (mixed && quantifier === 'every') ? `${reads.holds}${share}` : reads.fails;
}

function ratioSentence(
  comparison: RatioComparison,
  { kind, ratio, margin, gate, unsettled, reason }: CaseVerdict,
): string {
  if (!ratio) return reason;
  if (gate) return `the machine was not quiet enough to tell: ${reason}`;
  if (!ratio.interval) return reason;
  if (kind === 'too-noisy') return `the runs differed too much to tell (${formatInterval(ratio.interval)})`;
  const said = inWords(comparison, ratio.interval);
  const spread = `(${formatInterval(said.interval)})`;
  if (unsettled === 'few-rounds') return `${said.text} ${spread}, in too few rounds to settle it`;
  if (unsettled === 'one-round') return `${said.text} ${spread}, but a single round decides it`;
  return kind === 'not-settled'
    ? `${said.text} ${spread}, which does not settle it: ${known(said.interval, margin ?? comparison.margin)}`
    : `${said.text} ${spread}`;
}

/** The outcome in the comparison's own words; the interval is turned with the ratio. */
function inWords({ reads, expect, margin }: RatioComparison, interval: RatioEstimate) {
  const { estimate } = interval;
  if (countsAsSame(interval, expect, margin)) return { text: reads.same, interval };
  if (estimate >= 1) return { text: withTimes(reads.greater, formatRatio(estimate)), interval };
  const turned = { estimate: 1 / estimate, lower: 1 / interval.upper, upper: 1 / interval.lower };
  return { text: withTimes(reads.less, formatRatio(turned.estimate)), interval: turned };
}

/** What an open interval does tell, for a ratio that was turned above 1. */
function known({ lower, upper }: RatioEstimate, margin: number): string {
  if (lower > 1 && upper > margin) return `more than 1 ×, perhaps not ${formatRatio(margin)}`;
  if (lower > 1) return `more than 1 ×, at most ${formatRatio(upper)}`;
  return `at most ${formatRatio(upper)}, perhaps no difference`;
}

/** Cases that came out alike. The range of the ratios stands in place of one ratio. */
function groupSentence(comparison: RatioComparison | FactComparison, group: readonly CaseVerdict[]): string {
  const [first] = group;
  if (!first) return '';
  if (comparison.kind === 'fact' || group.length === 1) return caseSentence(comparison, first);
  const estimates = group.flatMap(({ ratio }) => ratio?.estimate ?? []);
  const lowest = Math.min(...estimates);
  const highest = Math.max(...estimates);
  const decided = first.kind === 'confirmed' || first.kind === 'contradicted';
  if (first.kind === 'no-difference') return comparison.reads.same;
  if (decided && lowest > 1) return withTimes(comparison.reads.greater, range(lowest, highest));
  if (decided && highest < 1) return withTimes(comparison.reads.less, range(1 / highest, 1 / lowest));
  return caseSentence(comparison, first);
}

function range(lowest: number, highest: number): string {
  const [from, to] = [formatRatio(lowest), formatRatio(highest)];
  return from === to ? from : formatInterval({ lower: lowest, upper: highest });
}

function withTimes(text: string, times: string): string {
  return text.replaceAll('{times}', times);
}

/** Neighbouring cases with one verdict each, in the order of the comparison. Each open ratio has an interval of its own. */
function runsOfOneKind(cases: readonly CaseVerdict[]): CaseVerdict[][] {
  const runs: CaseVerdict[][] = [];
  for (const one of cases) {
    const last = runs.at(-1);
    if (last?.[0]?.kind === one.kind && (!one.ratio || isDecided(one.kind))) last.push(one);
    else runs.push([one]);
  }
  return runs;
}

function named(experiment: string, group: readonly CaseVerdict[], words: CaseWords): string {
  return group.map((one) => words(experiment, one.case)).join(', ');
}
