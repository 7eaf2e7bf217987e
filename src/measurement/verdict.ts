/**
 * Verdicts: a pure function of a claim and of what was measured.
 *
 * A claim has comparisons, a comparison has cases; each keeps its own verdict. How they combine into the verdict of the
 * whole stands in `combination.ts`, how one case is judged in `judge-case.ts`.
 */
import type { Claim, Comparison } from './claim.ts';
import { combine, type VerdictKind } from './combination.ts';
import { comparisonsIn } from './comparisons-in.ts';
import type { EvidenceSource } from './evidence.ts';
import { type CaseVerdict, judgeCase } from './judge-case.ts';
import type { AbsenceCause } from './readings.ts';
import { runtimeRow } from './runtimes.ts';

/** How each verdict is said, everywhere. */
export const VERDICT_WORDS: Readonly<Record<VerdictKind, string>> = {
  confirmed: 'confirmed',
  contradicted: 'contradicted',
  'no-difference': 'no difference',
  partly: 'partly',
  'too-noisy': 'too noisy',
  'not-settled': 'not settled',
  'not-measured': 'not measured',
};

export interface ComparisonVerdict {
  comparison: Comparison;
  runtime: string;
  kind: VerdictKind;
  reason: string;
  /** All of the comparison's cases, those that this source never measured included. */
  cases: CaseVerdict[];
  /** The cases the verdict rests on. */
  counted: CaseVerdict[];
  /** The case that decided. */
  decisive: CaseVerdict;
}

/** The verdict on one statement of a claim that makes several. */
export interface StatementVerdict {
  /** As a heading; absent where the claim makes one statement. */
  title?: string;
  kind: VerdictKind;
  comparisons: ComparisonVerdict[];
  decisive: ComparisonVerdict;
}

export interface ClaimVerdict {
  claim: string;
  runtime: string;
  kind: VerdictKind;
  reason: string;
  /** Set when not measured. */
  cause?: AbsenceCause;
  /** The verdict of each comparison that is evidence in this runtime. */
  parts: ComparisonVerdict[];
  /** The same comparisons, by the statement they test. */
  statements: StatementVerdict[];
  /** Like-for-like comparisons shown beside the verdict; they have no say in it. */
  controls: ComparisonVerdict[];
  /** The part that decided. */
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
    statements: [],
    controls: [],
  });
  const exempt = claim.notApplicable[runtime];
  if (exempt !== undefined) return notMeasured('not-applicable', exempt);
  if (!claim.runtimes.includes(runtime))
    return notMeasured('not-applicable', `${claim.id} is not judged in ${runtimeRow(runtime)?.label ?? runtime}`);
  const judged = comparisonsIn(claim, runtime).map((comparison) => judgeComparison(comparison, runtime, source));
  const parts = judged.filter(({ comparison }) => comparison.role === 'evidence');
  const controls = judged.filter(({ comparison }) => comparison.role === 'control');
  const statements = statementsOf(parts);
  const whole = combine(statements);
  if (!whole)
    return notMeasured('missing', `no comparison tests ${claim.id} in ${runtimeRow(runtime)?.label ?? runtime} yet`);
  const { decisive } = whole.decisive;
  const { cause } = decisive.decisive;
  return {
    claim: claim.id,
    runtime,
    kind: whole.kind,
    reason: decisive.reason,
    ...(cause ? { cause } : {}),
    parts,
    statements,
    controls,
    decisive,
  };
}

/**
 * Judges one comparison in one runtime, case by case. A quick session measures fewer cases than a full one: those it did
 * not take are set aside as long as one is left, and the sentence names what it rests on. Of a fact that need hold only
 * somewhere, one case that confirms is enough, and one that was not measured leaves it open.
 */
export function judgeComparison(comparison: Comparison, runtime: string, source: EvidenceSource): ComparisonVerdict {
  const cases = comparison.cases.map((caseId) => judgeCase(comparison, runtime, caseId, source));
  const taken = cases.filter(({ cause }) => cause !== 'missing' && cause !== 'no-program');
  const some = comparison.kind === 'fact' && comparison.quantifier === 'some';
  const counted = some || taken.length === 0 ? cases : taken;
  const settled = some
    ? (cases.find((one) => one.kind === 'confirmed') ?? cases.find((one) => one.kind === 'not-measured'))
    : undefined;
  const whole = settled ? { kind: settled.kind, decisive: settled } : combine(counted);
  if (!whole) throw new RangeError(`expected at least one case in the comparison "${comparison.label}", found none`);
  const { kind, decisive } = whole;
  return { comparison, runtime, kind, reason: decisive.reason, cases, counted, decisive };
}

/** Comparisons by the statement they test, in the order of the ledger. */
function statementsOf(parts: readonly ComparisonVerdict[]): StatementVerdict[] {
  const groups = Map.groupBy(parts, ({ comparison }) => comparison.part);
  return [...groups].flatMap(([title, comparisons]): StatementVerdict[] => {
    const whole = combine(comparisons);
    return whole ? [{ ...(title === undefined ? {} : { title }), ...whole, comparisons }] : [];
  });
}
