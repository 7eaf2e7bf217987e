/** One metric of one experiment in every runtime that one machine measured it in. */
import type { EvidenceSource } from '../../measurement/evidence.ts';
import { type Figure, type FigureSource, figure } from '../../measurement/figure.ts';
import { type Absence, isAbsence } from '../../measurement/readings.ts';
import { versioned } from '../../text/wording.ts';
import { runtimeLabel } from './runtimes.ts';

export interface RuntimeTable {
  /** Labels of the variants. */
  columns: string[];
  rows: { label: string; figures: (Figure | Absence)[] }[];
  /** Of all rows; absent where nothing was measured. */
  source?: FigureSource;
}

interface Wanted {
  experiment: string;
  case: string;
  metric: string;
  variants: readonly string[];
}

/** Rows in the order of their versions. */
export function runtimeTable(
  source: EvidenceSource,
  { experiment, case: caseId, metric, variants }: Wanted,
  runtimes: readonly string[],
): RuntimeTable {
  const measured = runtimes
    .flatMap((runtime) => {
      const evidence = source.cell(experiment, runtime, caseId);
      return evidence ? [{ runtime, version: evidence.runtime?.version ?? '' }] : [];
    })
    .sort((a, b) => a.version.localeCompare(b.version, 'en', { numeric: true }));
  const rows = measured.map(({ runtime, version }) => ({
    label: versioned(runtimeLabel(runtime), version),
    figures: variants.map((variant) => figure(source, { experiment, runtime, case: caseId, metric, variant })),
  }));
  const words = source.vocabulary(experiment);
  const found = rows.flatMap(({ figures }) => figures).find((one): one is Figure => !isAbsence(one));
  return {
    columns: variants.map((variant) => words?.variants[variant]?.label ?? variant),
    rows,
    ...(found ? { source: found } : {}),
  };
}
