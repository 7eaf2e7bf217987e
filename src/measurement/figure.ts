/** One figure, looked up by name: its median, its spread, and its source. */
import type { Evidence, EvidenceSource, Origin } from './evidence.ts';
import { closedGate, GATES, PARALLEL_GATES } from './gates.ts';
import { type Absence, isAbsence, locate, pairsOf, samplesOf } from './readings.ts';
import type { Cell, Machine } from './results.ts';
import { pairedRatio, type RatioEstimate, spread } from './statistics.ts';
import type { Unit } from './vocabulary.ts';

/** Names one metric of one cell. */
export interface FigureName {
  experiment: string;
  runtime: string;
  case: string;
  metric: string;
}

/** What is needed to label a figure. */
export interface FigureSource {
  machine: Machine;
  origin: Origin;
  /** ISO 8601. */
  date: string;
  profile: Cell['profile'];
  /** Exact version of the runtime, as the runtime reports it. */
  version: string;
  /** What a reader should know about the runtime's build, shown beside the figure. */
  caveat?: string;
  /** Why the figure is stale; undefined when it is fresh. */
  stale?: string;
}

export interface Figure extends FigureSource {
  median: number;
  /** Quartiles. */
  lower: number;
  upper: number;
  unit: Unit;
  samples: number[];
  /** The gate that would forbid a verdict on a comparison with it, in words. */
  noise?: string;
}

export interface RatioFigure extends FigureSource {
  estimate: number;
  /** Null when there are too few rounds for one. */
  interval: RatioEstimate | null;
  rounds: number;
  /** The gate that would forbid a verdict on it, in words. */
  noise?: string;
}

/** The median of a variant's samples, with quartiles. Absent, with the reason, when it was not measured. */
export function figure(source: EvidenceSource, name: FigureName & { variant: string }): Figure | Absence {
  const found = locate(source, name.experiment, name.runtime, name.case, [name.variant]);
  if (isAbsence(found)) return found;
  const unit = found.vocabulary?.metrics[name.metric]?.unit;
  if (!unit) return { cause: 'missing', reason: `${name.experiment} has no metric called ${name.metric}` };
  const samples = samplesOf(found, name.variant, name.metric);
  return isAbsence(samples) ? samples : { ...spread(samples), unit, samples, ...noiseOf(found), ...sourceOf(found) };
}

/** `of` ÷ `over`, paired by round. Absent, with the reason, when it was not measured. */
export function ratioFigure(
  source: EvidenceSource,
  name: FigureName & { of: string; over: string },
): RatioFigure | Absence {
  const found = locate(source, name.experiment, name.runtime, name.case, [name.of, name.over]);
  if (isAbsence(found)) return found;
  const pairs = pairsOf(found, name.of, name.over, name.metric);
  if (isAbsence(pairs)) return pairs;
  const ratio = pairedRatio(pairs);
  if (!ratio) return { cause: 'incomplete', reason: 'no round was measured' };
  return { ...ratio, rounds: pairs.length, ...noiseOf(found), ...sourceOf(found) };
}

/** The ratio as running text may say it: what is too noisy for a verdict is too noisy for a sentence. */
export function sayableRatio(
  source: EvidenceSource,
  name: FigureName & { of: string; over: string },
): RatioFigure | Absence {
  const found = ratioFigure(source, name);
  if (isAbsence(found) || found.noise === undefined) return found;
  return { cause: 'too-noisy', reason: found.noise };
}

/** Why a cell's ratios can't be trusted: the gate that closes their verdicts, in words. Empty where none does. */
function noiseOf(evidence: Evidence): { noise?: string } {
  const parallel = evidence.cell.gates.some(({ gate }) => gate === 'capacity');
  const closed = closedGate(evidence, parallel ? PARALLEL_GATES : GATES);
  return closed ? { noise: closed.reason } : {};
}

/** Where a cell's figures come from. */
export function sourceOf({ cell, machine, runtime, origin, stale }: Evidence): FigureSource {
  const { date, profile } = cell;
  const version = runtime?.version ?? 'version not recorded';
  const specialising = runtime?.details['specialising interpreter'];
  const caveat = specialising?.startsWith('off') ? { caveat: `specialising interpreter ${specialising}` } : {};
  return { machine, origin, date, profile, version, ...caveat, ...(stale === undefined ? {} : { stale }) };
}
