/** What a claim's verdict rests on, one side at a time, for the home table. */
import type { FactComparison, RatioComparison } from '../../measurement/claim.ts';
import type { EvidenceSource } from '../../measurement/evidence.ts';
import { type FigureSource, figure } from '../../measurement/figure.ts';
import type { CaseVerdict } from '../../measurement/judge-case.ts';
import { isAbsence } from '../../measurement/readings.ts';
import { formatValue } from '../../measurement/units.ts';
import type { ComparisonVerdict } from '../../measurement/verdict.ts';
import type { VariantKind } from '../../measurement/vocabulary.ts';
import { midSentence, sourceLine } from '../../text/wording.ts';
import type { Judged } from './claims.ts';
import { caseLabel } from './comparisons.ts';

export interface KeyFigure {
  value: string;
  label: string;
  title: string;
  /** Absent where the line is a count of cases, whose verdict names the machine. */
  source?: FigureSource;
}

/**
 * The one figure of a cell: that of the claim's first comparison which has words for the table and a variant of this kind.
 * Undefined where none was measured.
 *
 * @param side only variants of this kind; the case shown is the first that was measured, the plainest, in every runtime the
 * same: a figure for 0 MiB beside one for 512 MiB would compare nothing
 */
export function keyFigure({ verdict, source }: Judged, side: VariantKind): KeyFigure | undefined {
  return verdict.parts.flatMap((part) => figureOf(source, part, side) ?? []).at(0);
}

function figureOf(source: EvidenceSource, part: ComparisonVerdict, side: VariantKind): KeyFigure | undefined {
  const { comparison } = part;
  if (comparison.table === undefined) return undefined;
  return comparison.kind === 'fact'
    ? countOfCases(source, comparison, part.cases, side)
    : comparison.cases.flatMap((id) => medianOf(source, comparison, part.runtime, id, side) ?? []).at(0);
}

function kindOf(source: EvidenceSource, experiment: string, variant: string): VariantKind | undefined {
  return source.vocabulary(experiment)?.variants[variant]?.kind;
}

function medianOf(
  source: EvidenceSource,
  { experiment, metric, of, over, table = '' }: RatioComparison,
  runtime: string,
  caseId: string,
  side: VariantKind,
): KeyFigure | undefined {
  const variant = [over, of].find((name) => kindOf(source, experiment, name) === side);
  if (variant === undefined) return undefined;
  const found = figure(source, { experiment, runtime, case: caseId, metric, variant });
  if (isAbsence(found)) return undefined;
  const words = source.vocabulary(experiment)?.metrics[metric]?.label ?? metric;
  const caseWords = midSentence(caseLabel(experiment, caseId));
  const label = table.replace('{case}', caseWords);
  const what = `${words}, ${caseWords}`;
  const title = `${what}: ${sourceLine(found, found.samples.length, 'median')}`;
  return { value: formatValue(found.median, found.unit), label, title, source: found };
}

/** A fact has no quantity worth showing large: what counts is in how many of the cases it held. */
function countOfCases(
  source: EvidenceSource,
  comparison: FactComparison,
  cases: readonly CaseVerdict[],
  side: VariantKind,
): KeyFigure | undefined {
  if (kindOf(source, comparison.experiment, comparison.variant) !== side) return undefined;
  const tried = cases.filter(({ held }) => held !== undefined);
  if (tried.length === 0) return undefined;
  const held = tried.filter(({ kind }) => kind === 'confirmed');
  const title = tried.map(
    (found) => `${caseLabel(comparison.experiment, found.case)}: ${found.held} of ${found.rounds} rounds`,
  );
  return { value: `${held.length} of ${tried.length}`, label: comparison.table ?? '', title: title.join('; ') };
}
