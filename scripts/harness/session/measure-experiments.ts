/** Measures what is missing or stale: the one step that runs programs. */

import type { Effects } from '../effects.ts';
import type { StatedCell } from '../plan/cell-status.ts';
import { type Survey, survey } from '../plan/inventory.ts';
import { saveIfChanged } from '../plan/results-file.ts';
import { lockResults, takeLock } from '../plan/results-lock.ts';
import type { MeasureOptions } from '../terminal/parse-options.ts';
import { noiseOf } from './failed-gate.ts';
import { type MeasureReport, reportCell } from './measure-report.ts';
import { type Sat, sit } from './run-session.ts';

/** What this run has to measure. */
const workOf = ({ cells, results }: Survey, { force, noisy }: MeasureOptions): StatedCell[] =>
  cells.filter(
    ({ status, existing }) =>
      force || status !== 'fresh' || (noisy && existing !== undefined && noiseOf(existing, results.sessions) !== null),
  );

/** Nothing to run: the words of the experiments may have changed all the same. Left alone while another measures. */
function saveQuietly({ file, results }: Survey): void {
  const lock = takeLock(file);
  if (!('release' in lock)) return;
  saveIfChanged(file, results);
  lock.release();
}

function report(
  surveyed: Survey,
  work: readonly StatedCell[],
  sat: Sat | null,
  { profile }: MeasureOptions,
): Omit<MeasureReport, 'took' | 'interrupted'> {
  const incomplete = work.filter((stated) => {
    const cell = sat?.measured.get(stated);
    return !cell || cell.rounds.length < cell.planned;
  });
  return {
    machine: surveyed.machine.id,
    file: surveyed.file,
    profile,
    session: sat?.session.id ?? null,
    seed: sat?.session.seed ?? null,
    cells: surveyed.cells.map((stated) => reportCell(stated, sat?.measured.get(stated), surveyed.results.sessions)),
    unavailable: surveyed.unavailable,
    left: sat ? incomplete.length : 0,
  };
}

/**
 * Runs the programs of every selected cell that is not fresh, and records them in this machine's results file.
 * A program that fails costs its own place in its cell; the report says which and why.
 *
 * @throws InputError for an invalid experiment, an unknown name, a results file that can't be read, another measuring under way
 */
export async function measure(options: MeasureOptions, effects: Effects): Promise<MeasureReport> {
  const start = effects.now();
  let surveyed = await survey(options, effects);
  let work = workOf(surveyed, options);
  let sat: Sat | null = null;
  if (work.length === 0) {
    saveQuietly(surveyed);
  } else {
    const unlock = lockResults(surveyed.file);
    try {
      surveyed = await survey(options, effects); // What was saved before the lock was ours is not to be lost.
      work = workOf(surveyed, options);
      sat = await sit(work, surveyed, options, effects, start);
    } finally {
      unlock();
    }
  }
  const { stopping: interrupted } = effects.interrupt;
  return { ...report(surveyed, work, sat, options), interrupted, took: effects.now() - start };
}

/** The same report, of what is known now: runs no program and writes nothing. */
export async function listCells(options: MeasureOptions, effects: Effects): Promise<MeasureReport> {
  const start = effects.now();
  const surveyed = await survey(options, effects);
  return { ...report(surveyed, [], null, options), interrupted: false, took: effects.now() - start };
}
