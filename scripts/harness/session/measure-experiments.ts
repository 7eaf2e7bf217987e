/** Measures what is missing or stale: the one step that runs programs. */

import { placeName } from '../../../src/measurement/place.ts';
import type { Results } from '../../../src/measurement/results.ts';
import type { Effects } from '../effects.ts';
import type { MeasureOptions } from '../options.ts';
import type { PlannedCell } from '../plan/cell-status.ts';
import { type Inventory, takeInventory } from '../plan/inventory.ts';
import { placeOf } from '../plan/plan-cell.ts';
import { referenceFaults, seal } from '../plan/reference-file.ts';
import { saveIfChanged, serialiser } from '../plan/results-file.ts';
import { lockResults, takeLock } from '../plan/results-lock.ts';
import { failedGate } from './failed-gate.ts';
import { type MeasureReport, reportCell } from './measure-report.ts';
import { runSession, type SessionOutcome } from './run-session.ts';

/** What was asked for, including what an earlier budget left out. */
const wantedOf = ({ cells, results }: Inventory, { force, noisy }: MeasureOptions): PlannedCell[] =>
  cells.filter(
    ({ status, existing }) =>
      force ||
      status !== 'fresh' ||
      (noisy && existing !== undefined && failedGate(existing, results.sessions) !== null),
  );

/** What this run has to measure. */
function workOf(inventory: Inventory, options: MeasureOptions): PlannedCell[] {
  const leftOut = new Set(options.skipLeftOut ? inventory.results.leftOut?.map(({ key }) => key) : []);
  return wantedOf(inventory, options).filter(({ plan }) => !leftOut.has(plan.key));
}

const incompleteOf = (cells: readonly PlannedCell[], outcome: SessionOutcome | null): PlannedCell[] =>
  cells.filter((plannedCell) => {
    const cell = outcome?.measured.get(plannedCell);
    return !cell || cell.rounds.length < cell.planned;
  });

/** Keeps in the results what the budget had no time for. Nothing is noted where it ended before the first round. */
function noteLeftOut({ file, results }: Inventory, work: readonly PlannedCell[], outcome: SessionOutcome): void {
  if (outcome.measured.size === 0) return;
  const tried = work.map(({ plan }) => ({ ...placeOf(plan), key: plan.key }));
  const known = new Set(tried.map(placeName));
  const incomplete = new Set(incompleteOf(work, outcome).map(({ plan }) => plan.key));
  results.leftOut = [
    ...(results.leftOut ?? []).filter((at) => !known.has(placeName(at))),
    ...tried.filter(({ key }) => incomplete.has(key)),
  ];
  saveIfChanged(file, results);
}

/** Nothing to run, but the words of the experiments may have changed. Does nothing if the file can't be locked. */
function saveQuietly({ file, results }: Inventory): void {
  try {
    const lock = takeLock(file);
    if (!('release' in lock)) return; // Another process is measuring.
    seal(results);
    saveIfChanged(file, results);
    lock.release();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EACCES' && code !== 'EROFS' && code !== 'EPERM') throw error;
  }
}

/** What keeps the file, as it is written now, from being published. */
const faultsOf = (results: Results): string[] => referenceFaults(JSON.parse(serialiser()(results, null)), results);

function report(
  inventory: Inventory,
  wanted: readonly PlannedCell[],
  outcome: SessionOutcome | null,
  { profile }: MeasureOptions,
): Omit<MeasureReport, 'took' | 'interrupted'> {
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
    left: incompleteOf(wanted, outcome).length,
    faults: inventory.results.reference ? faultsOf(inventory.results) : null,
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
      // Read again: another process may have saved before this one had the lock.
      inventory = await takeInventory(options, effects);
      work = workOf(inventory, options);
      outcome = await runSession(work, inventory, options, effects, start);
      if (options.reference !== undefined) {
        seal(inventory.results);
        saveIfChanged(inventory.file, inventory.results);
      } else if (!effects.interrupt.stopping) noteLeftOut(inventory, work, outcome);
    } finally {
      unlock();
    }
  }
  const { stopping: interrupted } = effects.interrupt;
  return {
    ...report(inventory, wantedOf(inventory, options), outcome, options),
    interrupted,
    took: effects.now() - start,
  };
}

/** The same report from what is known now: runs no program and writes nothing. */
export async function listCells(options: MeasureOptions, effects: Effects): Promise<MeasureReport> {
  const start = effects.now();
  const inventory = await takeInventory(options, effects);
  return { ...report(inventory, [], null, options), interrupted: false, took: effects.now() - start };
}
