/** The crash matrix as data: fault × variant, who survived in how many rounds, and how the host ended. */
import { loadEvidence } from '../evidence/load.ts';
import type { Cell, Ending, VariantKind } from '../measurement/results.ts';
import { day } from './wording.ts';

export interface CrashCell {
  /** Anchor of its log. */
  id: string;
  outcome: 'survived' | 'died' | 'varied' | 'absent';
  words: string;
  /** How the host ended. */
  ending: string;
  counted: string;
  variantLabel: string;
  kind: VariantKind;
  log: string;
}

export interface CrashMatrix {
  variants: { id: string; label: string; kind: VariantKind }[];
  rows: { label: string; cells: CrashCell[] }[];
  provenance: string;
}

/** `exit code 1`, `killed by SIGSEGV`. */
function endingWords({ code, signal }: Ending): string {
  return signal !== null ? `killed by ${signal}` : code === null ? 'no exit code' : `exit code ${code}`;
}

function crashCell(cell: Cell, variant: { id: string; label: string; kind: VariantKind }): CrashCell {
  const base = {
    id: `crash-${cell.runtime}-${cell.case}-${variant.id}`.replace(/[^\w-]/g, '-'),
    variantLabel: variant.label,
    kind: variant.kind,
    log: cell.logs[variant.id] || cell.failures[variant.id]?.log || 'It printed nothing.',
  };
  const failure = cell.failures[variant.id];
  const runs = cell.rounds.flatMap((round) => round.invocations[variant.id] ?? []);
  if (failure || runs.length === 0) {
    return {
      ...base,
      outcome: 'absent',
      words: failure ? `failed: ${failure.reason}` : 'not measured',
      ending: '',
      counted: '',
    };
  }
  const survived = runs.filter((run) => run.values.survived === 1).length;
  const endings = [...new Set(runs.map((run) => endingWords(run.ending)))];
  const outcome = survived === runs.length ? 'survived' : survived === 0 ? 'died' : 'varied';
  const words = { survived: 'the host survived', died: 'the host died', varied: 'the host sometimes survived' }[
    outcome
  ];
  return {
    ...base,
    outcome,
    words,
    ending: endings.join(' or '),
    counted: `It survived in ${survived} of ${runs.length} rounds.`,
  };
}

export function crashMatrix(experiment: string, runtime: string): CrashMatrix | { absence: string } {
  const source = loadEvidence();
  const words = source.vocabulary(experiment);
  const cells = Object.keys(words?.cases ?? {}).flatMap((caseId) => source.cell(experiment, runtime, caseId) ?? []);
  const [first] = cells;
  if (!words || !first) return { absence: source.unavailable(experiment, runtime) ?? 'crashes have not been measured' };
  const variants = Object.entries(words.variants)
    .filter(([id]) => cells.some(({ cell }) => cell.failures[id] || cell.rounds.some((round) => round.invocations[id])))
    .map(([id, { label, kind }]) => ({ id, label, kind }));
  return {
    variants,
    rows: cells.map(({ cell }) => ({
      label: words.cases[cell.case]?.label ?? cell.case,
      cells: variants.map((variant) => crashCell(cell, variant)),
    })),
    provenance: `${first.machine.label}${first.origin === 'reference' ? ' (reference machine)' : ''}, ${day(first.cell.date)}.`,
  };
}
