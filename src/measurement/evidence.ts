/** Read access to one results file, and so to one machine: verdicts and figures get their measurements here. */
import { placeName } from './place.ts';
import type { Cell, Machine, Results, RuntimeInfo, Session } from './results.ts';
import { runtimeRow } from './runtimes.ts';
import type { Vocabulary } from './vocabulary.ts';

/** `local`: the machine that builds the site. `reference`: a committed file of another. `contributed`: a reader's browser. */
export type Origin = 'local' | 'reference' | 'contributed';

/** One cell with everything needed to judge it and to name its source. */
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

/** A parsed results file. */
export interface EvidenceFile {
  results: Results;
  origin: Origin;
  /** Says why a cell is stale, undefined when it is fresh. Default: as the cell itself says. */
  stale?: (cell: Cell) => string | undefined;
  /** Whether an experiment has programs for a runtime. Default: it has. */
  hasProgram?: (experiment: string, runtime: string) => boolean;
}

/**
 * The content of one results file. Every figure, ratio, chart and verdict takes one of these. Its private fields make the type
 * nominal, so nothing can be drawn or judged from two machines.
 */
class OneFile {
  readonly #byPlace: ReadonlyMap<string, readonly Evidence[]>;
  readonly #results: Results | undefined;
  /** Undefined where there is no file. */
  readonly origin: Origin | undefined;
  readonly hasProgram: (experiment: string, runtime: string) => boolean;

  constructor(file: EvidenceFile | undefined) {
    const found = file?.results.cells.map((cell) => evidenceOf(cell, file)) ?? [];
    this.origin = file?.origin;
    this.hasProgram = file?.hasProgram ?? (() => true);
    this.#results = file?.results;
    this.#byPlace = Map.groupBy(found.sort(byWeight), ({ cell }) => placeName(cell));
  }

  /**
   * Undefined when the file does not have it. Of several cells in one place, a complete and fresh one is preferred to an incomplete
   * one, and that to a stale one; among equals the full profile, then the latest. Cells with all of `variants` come first: the
   * quick profile leaves some out.
   */
  cell(experiment: string, runtime: string, caseId: string, variants: readonly string[] = []): Evidence | undefined {
    const held = this.#byPlace.get(placeName({ experiment, runtime, case: caseId }));
    return held?.find(({ cell }) => variants.every((variant) => measured(cell, variant))) ?? held?.[0];
  }

  /** The cell of every case that the file has, in the order of the experiment's cases. */
  cells(experiment: string, runtime: string): Evidence[] {
    const cases = Object.keys(this.vocabulary(experiment)?.cases ?? {});
    return cases.flatMap((caseId) => this.cell(experiment, runtime, caseId) ?? []);
  }

  /** Why its machine could not measure the experiment in the runtime. */
  unavailable(experiment: string, runtime: string): string | undefined {
    return this.#results?.unavailable.find((entry) => entry.experiment === experiment && entry.runtime === runtime)
      ?.reason;
  }

  /** Why it has no figures of the experiment in the runtime, in words that a page can show; of one case where that is named. */
  whyAbsent(experiment: string, runtime: string, caseId?: string): string {
    const unavailable = this.unavailable(experiment, runtime);
    if (unavailable !== undefined) return unavailable;
    const words = this.vocabulary(experiment);
    const [title, where] = [`“${words?.title ?? experiment}”`, runtimeRow(runtime)?.label ?? runtime];
    if (!this.hasProgram(experiment, runtime)) return `${title} has no program for ${where}`;
    const of = caseId === undefined ? '' : `, case “${words?.cases[caseId]?.label ?? caseId}”`;
    return `${title} has not been measured in ${where}${of}`;
  }

  /** The experiment's words at the time of measuring; undefined when the file does not know it. */
  vocabulary(experiment: string): Vocabulary | undefined {
    return this.#results?.experiments[experiment];
  }
}

export type EvidenceSource = OneFile;

export function evidenceFrom(file: EvidenceFile): EvidenceSource {
  return new OneFile(file);
}

/** For a site without any measurements. */
export const NO_EVIDENCE: EvidenceSource = new OneFile(undefined);

export function isComplete({ cell, stale }: Evidence): boolean {
  return stale === undefined && cell.rounds.length >= cell.planned;
}

/** A failure counts as measured: it is what this machine found. */
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

/** Complete and fresh 0, incomplete 1, stale 2. */
function rankOf(evidence: Evidence): number {
  return isComplete(evidence) ? 0 : evidence.stale === undefined ? 1 : 2;
}

function byWeight(a: Evidence, b: Evidence): number {
  if (rankOf(a) !== rankOf(b)) return rankOf(a) - rankOf(b);
  if (a.cell.profile !== b.cell.profile) return a.cell.profile === 'full' ? -1 : 1;
  return a.cell.date < b.cell.date ? 1 : a.cell.date > b.cell.date ? -1 : 0;
}
