/** One metric of one experiment in every runtime that one machine measured it in. */
import type { Claim } from '../../measurement/claim.ts';
import type { EvidenceSource } from '../../measurement/evidence.ts';
import { type Figure, type FigureSource, figure } from '../../measurement/figure.ts';
import { type Absence, isAbsence } from '../../measurement/readings.ts';
import { runtimeRow } from '../../measurement/runtimes.ts';
import { type ClaimVerdict, judgeClaim } from '../../measurement/verdict.ts';
import { versioned } from '../../text/wording.ts';

export interface RuntimeTable {
  /** Labels of the variants. */
  columns: string[];
  rows: { label: string; figures: (Figure | Absence)[]; verdict?: ClaimVerdict }[];
  /** The case, in words. */
  caseLabel: string;
  /** Of all rows, with the rounds of their figures, least and most; absent where no row has a figure. */
  measured?: { source: FigureSource; rounds: [least: number, most: number] };
}

interface Wanted {
  experiment: string;
  case: string;
  metric: string;
  variants: readonly string[];
  /** Adds the verdict on this claim in each row, on this experiment and case alone, so that rows can be compared. */
  claim?: Claim | undefined;
}

/** The ids of a runtime and of its other versions, which the table of runtimes does not list: `node`, `node-20`; not `cpython-ft`. */
export function versionsOf(runtime: string, known: Iterable<string>): string[] {
  return [...known].filter(
    (id) => id === runtime || (id.startsWith(`${runtime}-`) && /^[\d.]+$/.test(id.slice(runtime.length + 1))),
  );
}

/** A claim as it is judged in a runtime without a row of its own: on one case, by the comparisons of the runtime it is a version of. */
function claimIn(claim: Claim, { experiment, case: caseId }: Wanted, runtime: string): Claim {
  const listed = claim.runtimes.find((id) => versionsOf(id, [runtime]).length > 0);
  const comparisons = claim.comparisons
    .filter((one) => one.experiment === experiment && one.cases.includes(caseId))
    .filter((one) => one.runtimes === undefined || (listed !== undefined && one.runtimes.includes(listed)))
    .map((one) => ({ ...one, cases: [caseId], runtimes: [runtime] }));
  return { ...claim, runtimes: listed === undefined ? [] : [runtime], comparisons };
}

/** Rows in the order of their versions. */
export function runtimeTable(source: EvidenceSource, wanted: Wanted, runtimes: readonly string[]): RuntimeTable {
  const { experiment, case: caseId, metric, variants, claim } = wanted;
  const measured = runtimes
    .flatMap((runtime) => {
      const evidence = source.cell(experiment, runtime, caseId);
      return evidence ? [{ runtime, info: evidence.runtime }] : [];
    })
    .sort((a, b) => (a.info?.version ?? '').localeCompare(b.info?.version ?? '', 'en', { numeric: true }));
  const rows = measured.map(({ runtime, info }) => ({
    label: versioned(runtimeRow(runtime)?.label ?? info?.label ?? runtime, info?.version),
    figures: variants.map((variant) => figure(source, { experiment, runtime, case: caseId, metric, variant })),
    ...(claim ? { verdict: judgeClaim(claimIn(claim, wanted, runtime), runtime, source) } : {}),
  }));
  const words = source.vocabulary(experiment);
  const found = rows.flatMap(({ figures }) => figures).filter((one): one is Figure => !isAbsence(one));
  const rounds = found.map(({ samples }) => samples.length);
  return {
    columns: variants.map((variant) => words?.variants[variant]?.label ?? variant),
    rows,
    caseLabel: words?.cases[caseId]?.label ?? caseId,
    ...(found[0] ? { measured: { source: found[0], rounds: [Math.min(...rounds), Math.max(...rounds)] } } : {}),
  };
}
