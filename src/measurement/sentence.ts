/** Verdicts as sentences a person would say: the ratio turned so that it reads naturally, with its interval. */
import type { FactComparison, RatioComparison } from './claim.ts';
import { isDecided } from './combination.ts';
import { countsAsSame } from './decision.ts';
import type { CaseVerdict } from './judge-case.ts';
import type { RatioEstimate } from './statistics.ts';
import { formatInterval, formatRatio } from './units.ts';
import type { ComparisonVerdict } from './verdict.ts';

const LIST = new Intl.ListFormat('en-GB');

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

/**
 * One comparison in one or two short sentences, without full stops. Of cases that came out differently, what some of them
 * settled comes first, then those that decided.
 */
export function shortSentences(verdict: ComparisonVerdict, caseWords: CaseWords): string[] {
  if (casesAgree(verdict)) return [comparisonSentence(verdict, caseWords)];
  const { comparison, counted, decisive } = verdict;
  const others = counted.filter(({ kind }) => isDecided(kind) && kind !== decisive.kind);
  const settled = others.find(({ kind }) => kind === 'confirmed') ?? others[0];
  return [...(settled ? [settled] : []), decisive]
    .map((one) => (isDecided(one.kind) ? counted.filter((other) => sayTheSame(one, other)) : [one]))
    .map((group) => {
      const said = groupSentence(comparison, group);
      return group.length > 2
        ? `in ${group.length} of ${counted.length} cases, ${said}`
        : `${named(comparison.experiment, group, caseWords)}: ${said}`;
    });
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
  if (kind === 'confirmed') return mixed ? `${reads.holds}, in ${held} of ${rounds} rounds` : reads.holds;
  return mixed && quantifier === 'every' ? `${reads.holds}, but only in ${held} of ${rounds} rounds` : reads.fails;
}

function ratioSentence(comparison: RatioComparison, verdict: CaseVerdict): string {
  const { kind, ratio, margin, gate, unsettled, reason } = verdict;
  const said = saidRatio(comparison, verdict);
  if (!ratio) return reason;
  if (gate) return `the machine was not quiet enough to tell: ${reason}`;
  if (!said) return reason;
  if (kind === 'too-noisy') return tooNoisy(comparison, said.interval);
  const words = inWords(comparison, said);
  const spread = formatInterval(said.interval);
  const text = withAside(words, words.includes(spread) ? '' : spread, scaled(comparison));
  if (kind !== 'not-settled') return text;
  const open = unsettled ? WHY_OPEN[unsettled] : known(said.interval, margin ?? comparison.margin);
  return `${text}, not settled: ${open}`;
}

/** What was asked, with all that the interval allows in place of a ratio. */
function tooNoisy(comparison: RatioComparison, interval: Pick<RatioEstimate, 'lower' | 'upper'>): string {
  const text = withTimes(comparison.reads.greater, formatInterval(interval));
  return `${withAside(text, scaled(comparison))}, too noisy to tell`;
}

/** What was done to a ratio: a speed-up is scaled to as many cores as worked side by side, all of them free. */
function scaled({ speedUpOn }: RatioComparison): string {
  return speedUpOn === undefined ? '' : `scaled to ${speedUpOn === 2 ? 'two' : speedUpOn} free cores`;
}

function withAside(text: string, ...asides: string[]): string {
  const said = asides.filter((aside) => aside !== '');
  return said.length === 0 ? text : `${text} (${said.join(', ')})`;
}

const WHY_OPEN: Record<NonNullable<CaseVerdict['unsettled']>, string> = {
  'few-rounds': 'too few rounds',
  'one-round': 'leaving out one round would change the verdict',
};

/** A ratio as it is said, and as it is drawn beside what is said: `of` ÷ `over` or, turned, `over` ÷ `of`. */
export interface SaidRatio {
  interval: RatioEstimate;
  isTurned: boolean;
  /** What the verdict turned on: only where a difference was expected does the session's noise widen it. */
  margin: number;
}

/** One case's ratio, turned above 1 unless it counts as the same or says nothing; undefined where there is no interval. */
export function saidRatio(
  { expect, margin }: RatioComparison,
  { kind, ratio, margin: widened = margin }: CaseVerdict,
): SaidRatio | undefined {
  const interval = ratio?.interval;
  if (!interval) return undefined;
  const isTurned = interval.estimate < 1 && kind !== 'too-noisy' && !countsAsSame(interval, expect, margin);
  const counting = expect === 'greater' || expect === 'less' ? widened : margin;
  return { interval: isTurned ? turned(interval) : interval, isTurned, margin: counting };
}

/** The outcome in the comparison's own words. */
function inWords({ reads, expect, margin }: RatioComparison, { interval, isTurned }: SaidRatio): string {
  if (countsAsSame(interval, expect, margin)) return reads.same;
  return withTimes(isTurned ? reads.less : reads.greater, formatRatio(interval.estimate));
}

/** The same ratio with its sides exchanged. */
export function turned({ estimate, lower, upper }: RatioEstimate): RatioEstimate {
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
  if (!isDecided(first.kind)) return caseSentence(comparison, first);
  const { reads, expect, margin } = comparison;
  if (group.every(({ ratio }) => ratio?.interval && countsAsSame(ratio.interval, expect, margin))) return reads.same;
  const estimates = group.flatMap(({ ratio }) => ratio?.estimate ?? []);
  const lowest = Math.min(...estimates);
  const highest = Math.max(...estimates);
  const text =
    highest < 1
      ? withTimes(reads.less, formatInterval({ lower: 1 / highest, upper: 1 / lowest }))
      : withTimes(reads.greater, formatInterval({ lower: lowest, upper: highest }));
  return withAside(text, scaled(comparison));
}

/** Open cases on one side of 1: the range of their ratios, and how far their intervals reach together. */
function openSentence(comparison: RatioComparison, group: readonly CaseVerdict[]): string {
  const { reads, margin } = comparison;
  const intervals = group.flatMap(({ ratio }) => ratio?.interval ?? []);
  const less = intervals.some(({ estimate }) => estimate < 1);
  const upright = less ? intervals.map(turned) : intervals;
  const estimates = upright.map(({ estimate }) => estimate);
  const reach = {
    estimate: Math.max(...estimates),
    lower: Math.min(...upright.map(({ lower }) => lower)),
    upper: Math.max(...upright.map(({ upper }) => upper)),
  };
  if (group[0]?.kind === 'too-noisy') return tooNoisy(comparison, less ? turned(reach) : reach);
  const ratios = formatInterval({ lower: Math.min(...estimates), upper: reach.estimate });
  const text = withTimes(less ? reads.less : reads.greater, ratios);
  const counting = Math.max(...group.map((one) => one.margin ?? margin));
  const said = withAside(text, `intervals within ${formatInterval(reach)}`, scaled(comparison));
  return `${said}, not settled: ${known(reach, counting)}`;
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

/** Decided alike, facts in as many rounds; or open alike: by their intervals alone, with ratios on the same side of 1. */
function sayTheSame(a: CaseVerdict, b: CaseVerdict): boolean {
  if (a.kind !== b.kind) return false;
  if (b.held !== undefined) return a.held === b.held || (a.held === a.rounds && b.held === b.rounds);
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
  return LIST.format(group.map((one) => words(experiment, one.case)));
}
