/** Measures what is missing or stale: the one step that runs programs. */

import type { Effects } from '../effects.ts';
import type { MeasureOptions } from '../options.ts';
import type { PlannedCell } from '../plan/cell-status.ts';
import { type Inventory, takeInventory } from '../plan/inventory.ts';
import { saveIfChanged } from '../plan/results-file.ts';
import { lockResults, takeLock } from '../plan/results-lock.ts';
import { failedGate } from './failed-gate.ts';
import { type MeasureReport, reportCell } from './measure-report.ts';
import { runSession, type SessionOutcome } from './run-session.ts';

/** What this run has to measure. */
const workOf = ({ cells, results }: Inventory, { force, noisy }: MeasureOptions): PlannedCell[] =>
  cells.filter(
    ({ status, existing }) =>
      force ||
      status !== 'fresh' ||
      (noisy && existing !== undefined && failedGate(existing, results.sessions) !== null),
  );

/** Nothing to run: the words of the experiments may have changed all the same. Left alone while another measures. */
function saveQuietly({ file, results }: Inventory): void {
  const lock = takeLock(file);
  if (!('release' in lock)) return;
  saveIfChanged(file, results);
  lock.release();
}

function report(
  inventory: Inventory,
  work: readonly PlannedCell[],
  outcome: SessionOutcome | null,
  { profile }: MeasureOptions,
): Omit<MeasureReport, 'took' | 'interrupted'> {
  const incomplete = work.filter((plannedCell) => {
    const cell = outcome?.measured.get(plannedCell);
    return !cell || cell.rounds.length < cell.planned;
  });
  return {
    machine: inventory.machine.id,
    file: inventory.file,
    profile,
    session: outcome?.session.id ?? null,
    seed: outcome?.session.seed ?? null,
    cells: inventory.cells.map((plannedCell) =>
      reportCell(plannedCell, outcome?.measured.get(plannedCell), inventory.results.sessions),
    ),
    unavailable: inventory.unavailable,
    left: outcome ? incomplete.length : 0,
  };
}

/**
 * Runs the programs of every selected cell that is not fresh, and records them in this machine's results file.
 * A program that fails costs its own place in its cell; the report says which and why.
 *
 * @throws InputError for an invalid experiment, an unknown name, a results file that can't be read, another measuring under way
 */
export async function measureExperiments(options: MeasureOptions, effects: Effects): Promise<MeasureReport> {
  const start = effects.now();
  let inventory = await takeInventory(options, effects);
  let work = workOf(inventory, options);
  let outcome: SessionOutcome | null = null;
  if (work.length === 0) {
    saveQuietly(inventory);
  } else {
    const unlock = lockResults(inventory.file);
    try {
      inventory = await takeInventory(options, effects); // What was saved before the lock was ours is not to be lost.
      work = workOf(inventory, options);
      outcome = await runSession(work, inventory, options, effects, start);
    } finally {
      unlock();
    }
  }
  const { stopping: interrupted } = effects.interrupt;
  return { ...report(inventory, work, outcome, options), interrupted, took: effects.now() - start };
}

/** The same report, of what is known now: runs no program and writes nothing. */
export async function listCells(options: MeasureOptions, effects: Effects): Promise<MeasureReport> {
  const start = effects.now();
  const inventory = await takeInventory(options, effects);
  return { ...report(inventory, [], null, options), interrupted: false, took: effects.now() - start };
}
