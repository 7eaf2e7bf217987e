/**
 * Which results file a page uses. For an experiment in a runtime it is one file, and so one machine. What other machines
 * measured is shown beside it under their names and never mixed with it.
 */
import type { Claim } from '../measurement/claim.ts';
import { comparisonsIn } from '../measurement/comparisons-in.ts';
import { type Evidence, type EvidenceSource, evidenceFrom, isComplete, NO_EVIDENCE } from '../measurement/evidence.ts';
import { VERDICT_ROUNDS } from '../measurement/limits.ts';
import { loadResults } from './load.ts';
import { once } from './once.ts';

export interface Answers {
  /** What the page shows. Empty, or only the reason, if nobody has measured it. */
  first: EvidenceSource;
  /** The other machines that measured it, shown separately. */
  beside: readonly EvidenceSource[];
}

/** Every results file, each on its own. */
export const loadSources = once('sources', () => loadResults().map(evidenceFrom));

const loadKnown = once('answers', () => new Map<string, Answers>());

/** One file for some experiments in some runtimes, taken together. */
export function answersOf(experiments: readonly string[], runtimes: readonly string[]): Answers {
  const key = `${experiments.join()} ${runtimes.join()}`;
  const known = loadKnown();
  const answers = known.get(key) ?? chooseAnswers(loadSources(), experiments, runtimes);
  known.set(key, answers);
  return answers;
}

export function answerFor(experiment: string, runtime: string): EvidenceSource {
  return answersOf([experiment], [runtime]).first;
}

/** The experiments whose figures a claim rests on in a runtime, each once. */
export function experimentsOf(claim: Claim, runtime: string): string[] {
  return [...new Set(comparisonsIn(claim, runtime).map(({ experiment }) => experiment))];
}

/** A claim is judged from one file, though its comparisons may come from several experiments. */
export function answersForClaim(claim: Claim, runtime: string): Answers {
  return answersOf(experimentsOf(claim, runtime), [runtime]);
}

/**
 * A file with all of the experiments is preferred to one that lacks some; then the one with the most cells of enough rounds
 * for a verdict; then the one with the most complete and fresh cells; then a reference machine before this one; then the
 * later. So a quick session on this machine is shown beside the reference, and in its place where the reference has nothing, is
 * stale or has fewer rounds.
 */
export function chooseAnswers(
  sources: readonly EvidenceSource[],
  experiments: readonly string[],
  runtimes: readonly string[],
): Answers {
  const [first, ...others] = sources
    .map((source) => ({ source, ...tally(source, experiments, runtimes) }))
    .filter(({ cells }) => cells.length > 0)
    .sort(
      (a, b) =>
        b.covered - a.covered ||
        b.deciding - a.deciding ||
        b.complete - a.complete ||
        isLocal(a.source) - isLocal(b.source) ||
        b.latest.localeCompare(a.latest),
    );
  if (!first) return { first: whoSaysWhyNot(sources, experiments, runtimes), beside: [] };
  const shown = new Set([fingerprint(first.cells)]);
  const beside = others.filter(({ cells }) => {
    const print = fingerprint(cells);
    return !shown.has(print) && shown.add(print);
  });
  return { first: first.source, beside: beside.map(({ source }) => source) };
}

const isLocal = ({ origin }: EvidenceSource) => Number(origin === 'local');

function tally(source: EvidenceSource, experiments: readonly string[], runtimes: readonly string[]) {
  const byExperiment = experiments.map((experiment) =>
    runtimes.flatMap((runtime) => source.cells(experiment, runtime)),
  );
  const complete = byExperiment.map((cells) => cells.filter(isComplete).length);
  const cells = byExperiment.flat();
  return {
    cells,
    deciding: cells.filter((found) => isComplete(found) && found.cell.rounds.length >= VERDICT_ROUNDS).length,
    latest:
      cells
        .map(({ cell }) => cell.date)
        .sort()
        .at(-1) ?? '',
    covered: complete.filter((count) => count > 0).length,
    complete: complete.reduce((sum, count) => sum + count, 0),
  };
}

/** The machine that measured a reference file has the same cells as its own results: they count once. */
function fingerprint(cells: readonly Evidence[]): string {
  return cells.map(({ cell, machine }) => [machine.id, cell.key, cell.session, cell.date].join(' ')).join('\n');
}

/** Of files without a figure, the one that has the reason, or at least the experiment's words. */
function whoSaysWhyNot(
  sources: readonly EvidenceSource[],
  experiments: readonly string[],
  runtimes: readonly string[],
): EvidenceSource {
  const hasReason = (source: EvidenceSource) =>
    experiments.some((experiment) => runtimes.some((runtime) => source.unavailable(experiment, runtime) !== undefined));
  const knows = (source: EvidenceSource) => experiments.some((experiment) => source.vocabulary(experiment));
  return sources.find(hasReason) ?? sources.find(knows) ?? NO_EVIDENCE;
}
