/** The figures a claim's verdict rests on, one side at a time, for the home table. */
import { loadEvidence } from '../evidence/load.ts';
import { figure } from '../measurement/figure.ts';
import { isAbsence } from '../measurement/readings.ts';
import type { VariantKind } from '../measurement/results.ts';
import { formatValue } from '../measurement/units.ts';
import type { ClaimVerdict, ComparisonVerdict } from '../measurement/verdict.ts';
import { caseLabel } from './comparisons.ts';
import { sourceLine } from './wording.ts';

export interface KeyFigure {
  value: string;
  label: string;
  title: string;
}

/** At most this many lines in one cell of the table. */
const LINES = 2;

/** @param side the variants of this kind, of every comparison the claim has, in its first case */
export function keyFigures(verdict: ClaimVerdict, side: VariantKind): KeyFigure[] {
  const lines = verdict.parts.flatMap((part) => linesOf(part, side));
  const distinct = new Map(lines.map((line) => [`${line.value} ${line.label}`, line]));
  return [...distinct.values()].slice(0, LINES);
}

function linesOf({ comparison, runtime, decisive }: ComparisonVerdict, side: VariantKind): KeyFigure[] {
  const { experiment, metric } = comparison;
  const words = loadEvidence().vocabulary(experiment);
  const variants = comparison.kind === 'ratio' ? [comparison.over, comparison.of] : [comparison.variant];
  return variants
    .filter((variant) => words?.variants[variant]?.kind === side)
    .flatMap((variant): KeyFigure[] => {
      const found = figure(loadEvidence(), { experiment, runtime, case: decisive.case, metric, variant });
      if (isAbsence(found)) return [];
      const label = `${words?.metrics[metric]?.label ?? metric}, ${caseLabel(experiment, decisive.case)}`;
      const title = sourceLine(found, found.samples.length, 'median');
      return [{ value: formatValue(found.median, found.unit), label, title }];
    });
}
