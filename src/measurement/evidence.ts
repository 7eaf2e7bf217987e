/** Where verdicts and figures find what was measured: one reading interface over several machines' results. */
import type { Cell, Machine, Results, RuntimeInfo, Session, Vocabulary } from './results.ts';

/** `local`: the machine that builds the site. `reference`: a committed file of another. */
export type Origin = 'local' | 'reference';

/** One cell with all that is needed to judge it and to say where it comes from. */
export interface Evidence {
  cell: Cell;
  machine: Machine;
  runtime: RuntimeInfo | undefined;
  session: Session | undefined;
  vocabulary: Vocabulary | undefined;
  origin: Origin;
  /** Why the cell no longer describes the programs as they are now. */
  stale?: string;
}

export interface EvidenceSource {
  /**
   * Undefined when nobody measured it. A cell that measured all of `variants` goes before one that did not: the quick
   * profile leaves some out, and another machine may have them.
   */
  cell(experiment: string, runtime: string, caseId: string, variants?: readonly string[]): Evidence | undefined;
  /** Why this machine could not measure the experiment in the runtime. */
  unavailable(experiment: string, runtime: string): string | undefined;
  /** The experiment's words, from the first file that knows it. */
  vocabulary(experiment: string): Vocabulary | undefined;
}

/** A parsed results file in its place: the first that can answer does. */
export interface EvidenceFile {
  results: Results;
  origin: Origin;
  /** Says why a cell is stale, undefined when it is fresh. Default: as the cell itself says. */
  stale?: (cell: Cell) => string | undefined;
}

/**
 * Reads several results files as one. A cell is answered by the first file, in the order given, that holds it
 * complete and fresh; failing that, fresh but incomplete; failing that, stale. Within a file the full profile goes
 * before the quick one, and the later date before the earlier.
 */
export function evidenceFrom(files: readonly EvidenceFile[]): EvidenceSource {
  const candidates = files.flatMap((file) => [...file.results.cells].sort(byWeight).map((c) => evidenceOf(c, file)));
  const byPlace = Map.groupBy(
    candidates.sort((a, b) => rankOf(a) - rankOf(b)),
    ({ cell }) => placeOf(cell.experiment, cell.runtime, cell.case),
  );
  return {
    cell: (experiment, runtime, caseId, variants = []) => {
      const held = byPlace.get(placeOf(experiment, runtime, caseId));
      return held?.find((evidence) => variants.every((variant) => measured(evidence.cell, variant))) ?? held?.[0];
    },
    unavailable: (experiment, runtime) =>
      files
        .flatMap((file) => file.results.unavailable)
        .find((entry) => entry.experiment === experiment && entry.runtime === runtime)?.reason,
    vocabulary: (experiment) =>
      files.map((file) => file.results.experiments[experiment]).find((words) => words !== undefined),
  };
}

/** Complete and fresh 0, incomplete 1, stale 2. */
function rankOf({ cell, stale }: Evidence): number {
  return stale !== undefined ? 2 : cell.rounds.length < cell.planned ? 1 : 0;
}

/** A failure counts: it is what this machine found. */
function measured(cell: Cell, variant: string): boolean {
  return (
    Object.hasOwn(cell.failures, variant) || cell.rounds.some((round) => Object.hasOwn(round.invocations, variant))
  );
}

function evidenceOf(cell: Cell, file: EvidenceFile): Evidence {
  const { results, origin } = file;
  const stale = cell.stale ?? file.stale?.(cell);
  return {
    cell,
    machine: results.machine,
    runtime: results.runtimes.find((runtime) => runtime.id === cell.runtime),
    session: results.sessions.find((session) => session.id === cell.session),
    vocabulary: results.experiments[cell.experiment],
    origin,
    ...(stale === undefined ? {} : { stale }),
  };
}

const placeOf = (experiment: string, runtime: string, caseId: string) => `${experiment}/${runtime}/${caseId}`;

function byWeight(a: Cell, b: Cell): number {
  if (a.profile !== b.profile) return a.profile === 'full' ? -1 : 1;
  return a.date < b.date ? 1 : a.date > b.date ? -1 : 0;
}
