/** The crash matrix as data: fault × variant, in how many rounds the host survived, and how the host ended. */
import type { EvidenceSource } from '../../measurement/evidence.ts';
import { type FigureSource, sourceOf } from '../../measurement/figure.ts';
import type { Cell, Ending, Invocation } from '../../measurement/results.ts';
import type { VariantKind, Vocabulary } from '../../measurement/vocabulary.ts';

type Outcome = 'survived' | 'harmed' | 'died' | 'varied' | 'absent';

export interface CrashCell {
  /** Anchor of its log. */
  id: string;
  outcome: Outcome;
  words: string;
  /** How the host ended. */
  ending: string;
  /** What else was seen, one fact a line. */
  facts: string;
  variantLabel: string;
  kind: VariantKind;
  log: string;
}

interface Variant {
  id: string;
  label: string;
  kind: VariantKind;
}

export interface CrashMatrix {
  variants: Variant[];
  rows: { label: string; cells: CrashCell[] }[];
  /** One for each row. */
  sources: (FigureSource & { rounds: number })[];
}

/** Metrics that say whether a bystander was harmed while the host lived, worst last. */
const HARMS: Readonly<Record<string, string>> = {
  bystander: 'the other worker did not go on',
  answered: 'the innocent task was lost',
  intact: "the other's data was damaged",
};

/** `exit code 1`, `killed by SIGSEGV`. */
function endingWords({ code, signal }: Ending): string {
  return signal !== null ? `killed by ${signal}` : code === null ? 'no exit code' : `exit code ${code}`;
}

/** Files written before there was a field for it say so in the reason alone. */
function doesNotApply({ notApplicable, reason }: Cell['failures'][string]): boolean {
  return notApplicable ?? reason.startsWith('does not apply: ');
}

function crashCell(cell: Cell, variant: Variant, words: Vocabulary): CrashCell {
  const base = {
    id: `crash-${cell.runtime}-${cell.case}-${variant.id}`.replace(/[^\w-]/g, '-'),
    variantLabel: variant.label,
    kind: variant.kind,
    log: cell.logs[variant.id] || cell.failures[variant.id]?.log || 'It printed nothing.',
  };
  const failure = cell.failures[variant.id];
  const runs = cell.rounds.flatMap((round) => round.invocations[variant.id] ?? []);
  if (failure || runs.length === 0) {
    const why = !failure ? 'no such case' : doesNotApply(failure) ? failure.reason : `failed: ${failure.reason}`;
    return { ...base, outcome: 'absent', words: why, ending: '', facts: '' };
  }
  return {
    ...base,
    ...outcomeOf(runs),
    ending: [...new Set(runs.map((run) => endingWords(run.ending)))].join(' or '),
    facts: factsOf(runs, words),
  };
}

function outcomeOf(runs: readonly Invocation[]): { outcome: Outcome; words: string } {
  const survived = runs.filter((run) => run.values.survived === 1).length;
  if (survived === 0) return { outcome: 'died', words: 'the host died' };
  if (survived < runs.length) return { outcome: 'varied', words: 'the host sometimes survived' };
  const harm = Object.entries(HARMS).findLast(([metric]) => runs.some((run) => run.values[metric] === 0));
  if (harm) return { outcome: 'harmed', words: `the host survived, ${harm[1]}` };
  return { outcome: 'survived', words: 'the host survived' };
}

/** Yes-or-no metrics as rounds in which the answer was yes, others as the values seen. */
function factsOf(runs: readonly Invocation[], { metrics }: Vocabulary): string {
  const lines = Object.entries(metrics).flatMap(([id, { label }]) => {
    const values = runs.flatMap((run) => run.values[id] ?? []);
    if (values.length === 0) return [];
    const code = id.endsWith('-code') || id.endsWith('-signal');
    const yes = values.filter((value) => value === 1).length;
    return [`${label}: ${code ? [...new Set(values)].join(' or ') : `in ${yes} of ${runs.length} rounds`}`];
  });
  return lines.join('\n');
}

export function crashMatrix(
  source: EvidenceSource,
  experiment: string,
  runtime: string,
): CrashMatrix | { absence: string } {
  const words = source.vocabulary(experiment);
  const cells = source.cells(experiment, runtime);
  const [first] = cells;
  if (!words || !first) {
    return { absence: source.whyAbsent(experiment, runtime) };
  }
  const variants = Object.entries(words.variants)
    .filter(([id]) => cells.some(({ cell }) => cell.failures[id] || cell.rounds.some((round) => round.invocations[id])))
    .map(([id, { label, kind }]) => ({ id, label, kind }));
  return {
    variants,
    rows: cells.map(({ cell }) => ({
      label: words.cases[cell.case]?.label ?? cell.case,
      cells: variants.map((variant) => crashCell(cell, variant, words)),
    })),
    sources: cells.map((evidence) => ({ ...sourceOf(evidence), rounds: evidence.cell.rounds.length })),
  };
}
