/**
 * Verdicts: a pure function of a claim and of what was measured.
 *
 * A claim has comparisons, a comparison has cases; each part keeps its own verdict, and a whole takes its least
 * favourable part's: it is confirmed only when every part is.
 */
import type { Claim, Comparison, FactComparison, RatioComparison } from './claim.ts';
import { type Decision, decide } from './decision.ts';
import type { Evidence, EvidenceSource, Origin } from './evidence.ts';
import { type ClosedGate, closedGate, GATES, PARALLEL_GATES } from './gates.ts';
import { type AbsenceCause, isAbsence, locate, pairsOf, samplesOf } from './readings.ts';
import type { Cell } from './results.ts';
import { MINIMUM_ROUNDS, pairedRatio, type RatioEstimate } from './statistics.ts';
import { formatInterval, formatRatio } from './units.ts';

export type VerdictKind = Decision | 'not-measured';

/** How each verdict is said, everywhere. */
export const VERDICT_WORDS: Readonly<Record<VerdictKind, string>> = {
  confirmed: 'confirmed',
  contradicted: 'contradicted',
  'no-difference': 'no difference',
  'too-noisy': 'too noisy',
  'not-settled': 'no difference shown at this margin',
  'not-measured': 'not measured',
};

/** From the least favourable to a claim to the most. What is known against it outweighs what is not known. */
const LEAST_FAVOURABLE_FIRST: readonly VerdictKind[] = [
  'contradicted',
  'no-difference',
  'not-measured',
  'too-noisy',
  'not-settled',
  'confirmed',
];

/** Where a verdict's figures come from. */
export interface Provenance {
  machine: string;
  machineLabel: string;
  origin: Origin;
  /** ISO 8601. */
  date: string;
  profile: Cell['profile'];
  session: string;
}

/** The verdict on one case of a comparison. */
export interface CaseVerdict {
  case: string;
  kind: VerdictKind;
  /** In words a page can show. */
  reason: string;
  /** Set when not measured. */
  cause?: AbsenceCause;
  /** Set when a gate forbade the verdict. */
  gate?: ClosedGate['gate'];
  /** The estimate, kept whatever the verdict; `interval` is null when there were too few rounds for one. */
  ratio?: { estimate: number; interval: RatioEstimate | null };
  /** Facts: rounds in which it held. */
  held?: number;
  /** Rounds the verdict rests on. */
  rounds: number;
  provenance?: Provenance;
}

export interface ComparisonVerdict {
  comparison: Comparison;
  runtime: string;
  kind: VerdictKind;
  reason: string;
  cases: CaseVerdict[];
  /** The case whose verdict is the comparison's. */
  decisive: CaseVerdict;
}

export interface ClaimVerdict {
  claim: string;
  runtime: string;
  kind: VerdictKind;
  reason: string;
  /** Set when not measured. */
  cause?: AbsenceCause;
  /** The verdict of each comparison that has a meaning in this runtime. */
  parts: ComparisonVerdict[];
  /** The part whose verdict is the claim's. */
  decisive?: ComparisonVerdict;
}

/** Judges one claim in one runtime. */
export function judgeClaim(claim: Claim, runtime: string, source: EvidenceSource): ClaimVerdict {
  const notMeasured = (cause: AbsenceCause, reason: string): ClaimVerdict => ({
    claim: claim.id,
    runtime,
    kind: 'not-measured',
    cause,
    reason,
    parts: [],
  });
  const exempt = claim.notApplicable[runtime];
  if (exempt !== undefined) return notMeasured('not-applicable', exempt);
  if (!claim.runtimes.includes(runtime))
    return notMeasured('not-applicable', `${claim.id} is not judged in ${runtime}`);
  const parts = claim.comparisons
    .filter((comparison) => comparison.runtimes?.includes(runtime) ?? true)
    .map((comparison) => judgeComparison(comparison, runtime, source));
  const decisive = leastFavourable(parts);
  if (!decisive) return notMeasured('missing', `no comparison tests ${claim.id} in ${runtime} yet`);
  const { kind, reason } = decisive;
  const cause = decisive.decisive.cause;
  return { claim: claim.id, runtime, kind, reason, ...(cause ? { cause } : {}), parts, decisive };
}

/**
 * Judges one comparison in one runtime, case by case. Of a fact that need hold only somewhere, one case that confirms
 * is enough, and one that was not measured leaves it open.
 */
export function judgeComparison(comparison: Comparison, runtime: string, source: EvidenceSource): ComparisonVerdict {
  const cases = comparison.cases.map((caseId) => judgeCase(comparison, runtime, caseId, source));
  const some = comparison.kind === 'fact' && comparison.quantifier === 'some';
  const confirmed = some ? cases.find((one) => one.kind === 'confirmed') : undefined;
  const unknown = some ? cases.find((one) => one.kind === 'not-measured') : undefined;
  const decisive = confirmed ?? unknown ?? leastFavourable(cases);
  if (!decisive) throw new RangeError(`expected at least one case in the comparison "${comparison.label}", found none`);
  return { comparison, runtime, kind: decisive.kind, reason: decisive.reason, cases, decisive };
}

function leastFavourable<T extends { kind: VerdictKind }>(parts: readonly T[]): T | undefined {
  for (const kind of LEAST_FAVOURABLE_FIRST) {
    const part = parts.find((candidate) => candidate.kind === kind);
    if (part) return part;
  }
  return undefined;
}

function judgeCase(comparison: Comparison, runtime: string, caseId: string, source: EvidenceSource): CaseVerdict {
  const variants = comparison.kind === 'ratio' ? [comparison.of, comparison.over] : [comparison.variant];
  const found = locate(source, comparison.experiment, runtime, caseId, variants);
  if (isAbsence(found)) return { case: caseId, kind: 'not-measured', rounds: 0, ...found };
  const { cell, stale } = found;
  const base = { case: caseId, rounds: cell.rounds.length, provenance: provenanceOf(found) };
  if (stale !== undefined) return { ...base, kind: 'not-measured', cause: 'stale', reason: stale };
  if (cell.rounds.length < cell.planned) {
    const reason = `${cell.rounds.length} of ${cell.planned} planned rounds were measured`;
    return { ...base, kind: 'not-measured', cause: 'incomplete', reason };
  }
  return { ...base, ...(comparison.kind === 'ratio' ? judgeRatio(comparison, found) : judgeFact(comparison, found)) };
}

type Judgement = Pick<CaseVerdict, 'kind' | 'reason' | 'cause' | 'gate' | 'ratio' | 'held'>;

function judgeRatio(comparison: RatioComparison, evidence: Evidence): Judgement {
  const pairs = pairsOf(evidence.cell, comparison.of, comparison.over, comparison.metric);
  if (isAbsence(pairs)) return { kind: 'not-measured', ...pairs };
  const ratio = pairedRatio(pairs);
  if (!ratio) return { kind: 'not-measured', cause: 'incomplete', reason: 'no round was measured' };
  const closed = closedGate(evidence, comparison.parallel ? PARALLEL_GATES : GATES);
  if (closed) return { kind: 'too-noisy', ratio, ...closed };
  if (!ratio.interval) {
    const reason = `too few rounds: an interval needs ${MINIMUM_ROUNDS}, there are ${pairs.length}`;
    return { kind: 'not-settled', ratio, reason };
  }
  const { expect, margin } = comparison;
  const shown = `${formatRatio(ratio.estimate)}, interval ${formatInterval(ratio.interval)}`;
  return { kind: decide(ratio.interval, expect, margin), ratio, reason: `${shown}, margin ${formatRatio(margin)}` };
}

/** A fact is what programs printed. Noise can't make it up; where it could hide it, only the capacity is asked. */
function judgeFact(comparison: FactComparison, evidence: Evidence): Judgement {
  const { variant, metric, is, value, quantifier, parallel } = comparison;
  const { cell } = evidence;
  const samples = samplesOf(cell, variant, metric);
  if (isAbsence(samples)) return { kind: 'not-measured', ...samples };
  const held = samples.filter((sample) => stands(sample, is, value)).length;
  const rounds = cell.rounds.length;
  const holds = quantifier === 'some' ? held > 0 : held === rounds;
  const reason = `${metric} ${is} ${value} in ${held} of ${rounds} rounds`;
  if (holds) return { kind: 'confirmed', held, reason };
  const closed = parallel ? closedGate(evidence, ['capacity']) : undefined;
  return closed ? { kind: 'too-noisy', held, ...closed } : { kind: 'contradicted', held, reason };
}

function stands(sample: number, is: FactComparison['is'], value: number): boolean {
  switch (is) {
    case '=':
      return sample === value;
    case '>':
      return sample > value;
    case '<':
      return sample < value;
    case '>=':
      return sample >= value;
    case '<=':
      return sample <= value;
  }
}

function provenanceOf({ cell, machine, origin }: Evidence): Provenance {
  const { date, profile, session } = cell;
  return { machine: machine.id, machineLabel: machine.label, origin, date, profile, session };
}
