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
  const { kind, cause, reason } = verdict;
  if (kind === 'not-measured') return cause === 'stale' ? `the figures are out of date: ${reason}` : reason;
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
  if (kind !== 'not-settled') return `${said.text} ${spread}`;
  const open = unsettled ? WHY_OPEN[unsettled] : known(said.interval, margin ?? comparison.margin);
  return `${said.text} ${spread}, not settled: ${open}`;
}

const WHY_OPEN: Record<NonNullable<CaseVerdict['unsettled']>, string> = {
  'few-rounds': 'too few rounds',
  'one-round': 'leaving out one round would change the verdict',
};

/** The outcome in the comparison's own words; the interval is turned with the ratio. */
function inWords({ reads, expect, margin }: RatioComparison, interval: RatioEstimate) {
  const { estimate } = interval;
  if (countsAsSame(interval, expect, margin)) return { text: reads.same, interval };
  if (estimate >= 1) return { text: withTimes(reads.greater, formatRatio(estimate)), interval };
  const upright = turned(interval);
  return { text: withTimes(reads.less, formatRatio(upright.estimate)), interval: upright };
}

function turned({ estimate, lower, upper }: RatioEstimate): RatioEstimate {
  return { estimate: 1 / estimate, lower: 1 / upper, upper: 1 / lower };
}

/** What an open interval does tell, for a ratio that was turned above 1. */
function known({ lower, upper }: RatioEstimate, margin: number): string {
  if (lower > 1 && upper > margin) return `a difference, but perhaps less than the ${formatRatio(margin)} that counts`;
  if (lower > 1) return `a difference, at most ${formatRatio(upper)}`;
  return `perhaps no difference, at most ${formatRatio(upper)}`;
}

/** Cases that came out alike. The range of the ratios stands in place of one ratio. */
function groupSentence(comparison: RatioComparison | FactComparison, group: readonly CaseVerdict[]): string {
  const [first] = group;
  if (!first) return '';
  if (comparison.kind === 'fact' || group.length === 1) return caseSentence(comparison, first);
  if (isOpenInterval(first)) return openSentence(comparison, group);
  const estimates = group.flatMap(({ ratio }) => ratio?.estimate ?? []);
  const lowest = Math.min(...estimates);
  const highest = Math.max(...estimates);
  const decided = first.kind === 'confirmed' || first.kind === 'contradicted';
  if (first.kind === 'no-difference') return comparison.reads.same;
  if (decided && lowest > 1) return withTimes(comparison.reads.greater, range(lowest, highest));
  if (decided && highest < 1) return withTimes(comparison.reads.less, range(1 / highest, 1 / lowest));
  return caseSentence(comparison, first);
}

/** Open cases on one side of 1: the range of their ratios, and how far their intervals reach together. */
function openSentence({ reads, margin }: RatioComparison, group: readonly CaseVerdict[]): string {
  const intervals = group.flatMap(({ ratio }) => ratio?.interval ?? []);
  const less = intervals.some(({ estimate }) => estimate < 1);
  const upright = less ? intervals.map(turned) : intervals;
  const estimates = upright.map(({ estimate }) => estimate);
  const reach = {
    estimate: Math.max(...estimates),
    lower: Math.min(...upright.map(({ lower }) => lower)),
    upper: Math.max(...upright.map(({ upper }) => upper)),
  };
  if (group[0]?.kind === 'too-noisy') {
    return `the runs differed too much to tell (${formatInterval(less ? turned(reach) : reach)})`;
  }
  const text = withTimes(less ? reads.less : reads.greater, range(Math.min(...estimates), reach.estimate));
  const counting = Math.max(...group.map((one) => one.margin ?? margin));
  return `${text} (intervals within ${formatInterval(reach)}), not settled: ${known(reach, counting)}`;
}

function range(lowest: number, highest: number): string {
  const [from, to] = [formatRatio(lowest), formatRatio(highest)];
  return from === to ? from : formatInterval({ lower: lowest, upper: highest });
}

function withTimes(text: string, times: string): string {
  return text.replaceAll('{times}', times);
}

/** Neighbouring cases that one statement can say, in the order of the comparison. */
function runsOfOneKind(cases: readonly CaseVerdict[]): CaseVerdict[][] {
  const runs: CaseVerdict[][] = [];
  for (const one of cases) {
    const last = runs.at(-1);
    if (last?.[0] && sayTheSame(last[0], one)) last.push(one);
    else runs.push([one]);
  }
  return runs;
}

/** Decided alike, or open alike: by their intervals alone, with ratios on the same side of 1. */
function sayTheSame(a: CaseVerdict, b: CaseVerdict): boolean {
  if (a.kind !== b.kind) return false;
  if (!b.ratio || isDecided(b.kind)) return true;
  if (!isOpenInterval(a) || !isOpenInterval(b)) return false;
  return a.kind === 'too-noisy' || a.ratio.estimate > 1 === b.ratio.estimate > 1;
}

function isOpenInterval(
  one: CaseVerdict,
): one is CaseVerdict & { ratio: { estimate: number; interval: RatioEstimate } } {
  return Boolean(one.ratio?.interval) && !isDecided(one.kind) && !one.gate && !one.unsettled;
}

function named(experiment: string, group: readonly CaseVerdict[], words: CaseWords): string {
  return group.map((one) => words(experiment, one.case)).join(', ');
}
