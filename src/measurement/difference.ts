/** Compares two results files: which verdicts agree, which changed, which can't be compared. */
import type { Claim } from './claim.ts';
import { evidenceFrom } from './evidence.ts';
import { distinctComparisons } from './family.ts';
import type { CaseVerdict } from './judge-case.ts';
import type { Cell, Results } from './results.ts';
import { judgeComparison } from './verdict.ts';

export type Outcome = 'agree' | 'moved' | 'incomparable';

/** One case of one comparison in one runtime, judged by each file. */
export interface Difference {
  claims: string[];
  comparison: string;
  runtime: string;
  case: string;
  first: CaseVerdict;
  second: CaseVerdict;
  outcome: Outcome;
  /** Set when incomparable. */
  reason?: string;
}

/**
 * Every comparison of the ledger that at least one file has measured. A comparison that several claims share is
 * listed once, under all of them.
 */
export function differences(claims: readonly Claim[], first: Results, second: Results): Difference[] {
  const left = evidenceFrom({ results: first, origin: 'local' });
  const right = evidenceFrom({ results: second, origin: 'local' });
  return distinctComparisons(claims).flatMap(({ comparison, runtime, claims: names }) => {
    const a = judgeComparison(comparison, runtime, left);
    const b = judgeComparison(comparison, runtime, right);
    return a.cases.flatMap((one, index): Difference[] => {
      const other = b.cases[index];
      if (!other || (one.cause === 'missing' && other.cause === 'missing')) return [];
      const variants = comparison.kind === 'ratio' ? [comparison.of, comparison.over] : [comparison.variant];
      const cells = [left, right].map((source) => source.cell(comparison.experiment, runtime, one.case, variants));
      const reason = whyIncomparable(variants, one, other, cells);
      const row = { claims: names, comparison: comparison.label, runtime, case: one.case, first: one, second: other };
      if (reason !== undefined) return [{ ...row, outcome: 'incomparable', reason }];
      return [{ ...row, outcome: one.kind === other.kind ? 'agree' : 'moved' }];
    });
  });
}

function whyIncomparable(
  variants: readonly string[],
  first: CaseVerdict,
  second: CaseVerdict,
  cells: readonly ({ cell: Cell } | undefined)[],
): string | undefined {
  for (const [name, verdict] of [
    ['first', first],
    ['second', second],
  ] as const) {
    if (verdict.kind === 'not-measured') return `not measured in the ${name}: ${verdict.reason}`;
  }
  const changed = variants.find((variant) => {
    const [a, b] = cells.map((evidence) => fingerprint(evidence?.cell, variant));
    return a !== b;
  });
  return changed === undefined ? undefined : `the programs of ${changed} are not the same`;
}

/** The variant's programs by their hashes, in no particular order. */
function fingerprint(cell: Cell | undefined, variant: string): string {
  const programs = cell?.programs.filter((program) => program.variant === variant) ?? [];
  return programs
    .map((program) => program.sha256)
    .sort()
    .join(' ');
}
