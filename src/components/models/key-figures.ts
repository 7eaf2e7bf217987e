/** What a claim's verdict rests on, one side at a time, for the home table. */
import { loadEvidence } from '../../evidence/load.ts';
import type { FactComparison, RatioComparison } from '../../measurement/claim.ts';
import { figure } from '../../measurement/figure.ts';
import type { CaseVerdict } from '../../measurement/judge-case.ts';
import { isAbsence } from '../../measurement/readings.ts';
import type { VariantKind } from '../../measurement/results.ts';
import { formatValue } from '../../measurement/units.ts';
import type { ClaimVerdict, ComparisonVerdict } from '../../measurement/verdict.ts';
import { capitalised, midSentence, sourceLine } from '../../text/wording.ts';
import { caseLabel } from './comparisons.ts';

export interface KeyFigure {
  value: string;
  label: string;
  title: string;
}

/** At most this many lines in one cell of the table. */
const LINES = 2;

/** @param side only variants of this kind; the case shown is the one each comparison's verdict rests on */
export function keyFigures(verdict: ClaimVerdict, side: VariantKind): KeyFigure[] {
  const lines = verdict.parts.flatMap((part) => linesOf(part, side));
  const distinct = new Map(lines.map((line) => [`${line.value} ${line.label}`, line]));
  return [...distinct.values()].slice(0, LINES);
}

function linesOf({ comparison, runtime, decisive }: ComparisonVerdict, side: VariantKind): KeyFigure[] {
  return comparison.kind === 'fact'
    ? factLines(comparison, decisive, side)
    : ratioLines(comparison, decisive, runtime, side);
}

function kindOf(experiment: string, variant: string): VariantKind | undefined {
  return loadEvidence().vocabulary(experiment)?.variants[variant]?.kind;
}

function ratioLines(
  { experiment, metric, of, over }: RatioComparison,
  decisive: CaseVerdict,
  runtime: string,
  side: VariantKind,
): KeyFigure[] {
  return [over, of].flatMap((variant): KeyFigure[] => {
    if (kindOf(experiment, variant) !== side) return [];
    const found = figure(loadEvidence(), { experiment, runtime, case: decisive.case, metric, variant });
    if (isAbsence(found)) return [];
    const words = loadEvidence().vocabulary(experiment)?.metrics[metric]?.label ?? metric;
    const label = `${words}, ${midSentence(caseLabel(experiment, decisive.case))}`;
    return [
      { value: formatValue(found.median, found.unit), label, title: sourceLine(found, found.samples.length, 'median') },
    ];
  });
}

/** A fact has no quantity worth showing large: what counts is how often it held. */
function factLines(comparison: FactComparison, decisive: CaseVerdict, side: VariantKind): KeyFigure[] {
  if (decisive.held === undefined || kindOf(comparison.experiment, comparison.variant) !== side) return [];
  const label = `${capitalised(comparison.label)}, ${midSentence(caseLabel(comparison.experiment, decisive.case))}`;
  return [{ value: `${decisive.held} of ${decisive.rounds} rounds`, label, title: decisive.reason }];
}
