/** What a claim's verdict rests on, one side at a time, for the home table. */
import type { FactComparison, RatioComparison } from '../../measurement/claim.ts';
import type { EvidenceSource } from '../../measurement/evidence.ts';
import { type FigureSource, figure } from '../../measurement/figure.ts';
import type { CaseVerdict } from '../../measurement/judge-case.ts';
import { isAbsence } from '../../measurement/readings.ts';
import type { VariantKind } from '../../measurement/results.ts';
import { formatValue } from '../../measurement/units.ts';
import type { ComparisonVerdict } from '../../measurement/verdict.ts';
import { capitalised, midSentence, sourceLine } from '../../text/wording.ts';
import type { Judged } from './claims.ts';
import { caseLabel } from './comparisons.ts';

export interface KeyFigure {
  value: string;
  label: string;
  title: string;
  /** Absent where the line is a count of rounds, whose verdict names the machine. */
  source?: FigureSource;
}

/** At most this many lines in one cell of the table. */
const LINES = 2;

/** @param side only variants of this kind; the case shown is the one each comparison's verdict rests on */
export function keyFigures({ verdict, source }: Judged, side: VariantKind): KeyFigure[] {
  const lines = verdict.parts.flatMap((part) => linesOf(source, part, side));
  const distinct = new Map(lines.map((line) => [`${line.value} ${line.label}`, line]));
  return [...distinct.values()].slice(0, LINES);
}

function linesOf(
  source: EvidenceSource,
  { comparison, runtime, decisive }: ComparisonVerdict,
  side: VariantKind,
): KeyFigure[] {
  return comparison.kind === 'fact'
    ? factLines(source, comparison, decisive, side)
    : ratioLines(source, comparison, decisive, runtime, side);
}

function kindOf(source: EvidenceSource, experiment: string, variant: string): VariantKind | undefined {
  return source.vocabulary(experiment)?.variants[variant]?.kind;
}

function ratioLines(
  source: EvidenceSource,
  { experiment, metric, of, over }: RatioComparison,
  decisive: CaseVerdict,
  runtime: string,
  side: VariantKind,
): KeyFigure[] {
  return [over, of].flatMap((variant): KeyFigure[] => {
    if (kindOf(source, experiment, variant) !== side) return [];
    const found = figure(source, { experiment, runtime, case: decisive.case, metric, variant });
    if (isAbsence(found)) return [];
    const words = source.vocabulary(experiment)?.metrics[metric]?.label ?? metric;
    const label = `${words}, ${midSentence(caseLabel(experiment, decisive.case))}`;
    return [
      {
        value: formatValue(found.median, found.unit),
        label,
        title: sourceLine(found, found.samples.length, 'median'),
        source: found,
      },
    ];
  });
}

/** A fact has no quantity worth showing large: what counts is how often it held. */
function factLines(
  source: EvidenceSource,
  comparison: FactComparison,
  decisive: CaseVerdict,
  side: VariantKind,
): KeyFigure[] {
  if (decisive.held === undefined || kindOf(source, comparison.experiment, comparison.variant) !== side) return [];
  const label = `${capitalised(comparison.label)}, ${midSentence(caseLabel(comparison.experiment, decisive.case))}`;
  return [{ value: `${decisive.held} of ${decisive.rounds} rounds`, label, title: decisive.reason }];
}
