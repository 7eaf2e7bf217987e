/** The verdict on one case of one comparison. */
import type { Comparison, FactComparison, RatioComparison } from './claim.ts';
import type { VerdictKind } from './combination.ts';
import type { Evidence, EvidenceSource, Origin } from './evidence.ts';
import { type ClosedGate, closedGate, GATES, noiseFloor, PARALLEL_GATES } from './gates.ts';
import { VERDICT_ROUNDS } from './limits.ts';
import { type AbsenceCause, isAbsence, locate, pairsOf, samplesOf } from './readings.ts';
import type { Cell } from './results.ts';
import { type Pair, pairedRatio, type RatioEstimate } from './statistics.ts';
import { decideSteadily } from './steady-decision.ts';
import { formatInterval, formatRatio } from './units.ts';

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
  /** Set when it is open for another reason than where its interval lies: too few rounds, or it turns on one round. */
  unsettled?: 'few-rounds' | 'one-round';
  /** The margin a difference had to pass: the comparison's own, widened by the session's noise. Ratios only. */
  margin?: number;
  /** Rounds the verdict rests on. */
  rounds: number;
  provenance?: Provenance;
}

export function judgeCase(
  comparison: Comparison,
  runtime: string,
  caseId: string,
  source: EvidenceSource,
): CaseVerdict {
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

type Judgement = Pick<CaseVerdict, 'kind' | 'reason' | 'cause' | 'gate' | 'ratio' | 'margin' | 'unsettled' | 'held'>;

function judgeRatio(comparison: RatioComparison, evidence: Evidence): Judgement {
  const { cell, session } = evidence;
  const measured = pairsOf(evidence, comparison.of, comparison.over, comparison.metric);
  if (isAbsence(measured)) return { kind: 'not-measured', ...measured };
  const pairs = comparison.speedUpOn === undefined ? measured : onGrantedCores(measured, cell, comparison.speedUpOn);
  const ratio = pairedRatio(pairs);
  if (!ratio) return { kind: 'not-measured', cause: 'incomplete', reason: 'no round was measured' };
  const closed = closedGate(evidence, comparison.parallel ? PARALLEL_GATES : GATES);
  if (closed) return { kind: 'too-noisy', ratio, ...closed };
  if (!ratio.interval || pairs.length < VERDICT_ROUNDS) {
    const reason = `too few rounds: a verdict needs ${VERDICT_ROUNDS}, there are ${pairs.length}`;
    return { kind: 'not-settled', ratio, unsettled: 'few-rounds', reason };
  }
  const { expect, margin } = comparison;
  const floor = noiseFloor(session);
  const widened = floor > 1 ? `, widened to ${formatRatio(margin * floor)} by the noise of the session` : '';
  const shown = `${formatRatio(ratio.estimate)}, interval ${formatInterval(ratio.interval)}, margin ${formatRatio(margin)}${widened}`;
  const { kind, steady } = decideSteadily(pairs, ratio.interval, expect, margin, floor);
  const judged = { ratio, margin: margin * floor };
  return steady
    ? { kind, ...judged, reason: shown }
    : { kind, ...judged, unsettled: 'one-round', reason: `${shown}: it turns on a single round` };
}

/** Speed-ups, each divided by the share of `units` cores that the machine granted in its round. */
function onGrantedCores(pairs: readonly Pair[], cell: Cell, units: number): Pair[] {
  return pairs.map(([of, over], index): Pair => {
    const granted = cell.rounds[index]?.granted;
    return granted === undefined ? [of, over] : [of * (units / Math.min(granted, units)), over];
  });
}

/** A fact is what programs printed. Noise can't make it up; where it could hide it, only the capacity gate is asked. */
function judgeFact(comparison: FactComparison, evidence: Evidence): Judgement {
  const { variant, metric, is, value, quantifier, parallel } = comparison;
  const { cell } = evidence;
  const samples = samplesOf(evidence, variant, metric);
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
