/** One session of measuring, from its control to its last cell. */
import { randomBytes } from 'node:crypto';
import { loadavg } from 'node:os';
import type { Cell, Gate, Session } from '../../../src/measurement/results.ts';
import type { Effects } from '../effects.ts';
import { describeMachine } from '../machine/describe-machine.ts';
import { loadAverageGate, unavailable } from '../machine/machine-gates.ts';
import type { MeasureOptions, Profile } from '../options.ts';
import type { PlannedCell } from '../plan/cell-status.ts';
import type { Inventory } from '../plan/inventory.ts';
import { placeOf } from '../plan/plan-cell.ts';
import { createSaver, otherMachine } from '../plan/results-file.ts';
import { cellName } from '../progress-event.ts';
import { extendControl, takeControl } from './control.ts';
import { runCell } from './run-cell.ts';
import { createPatience, type SessionContext } from './session-context.ts';
import { probeSpeed, speedGates } from './speed.ts';
import { createEstimator } from './time-estimate.ts';

function openSession(start: number, profile: Profile, seed: number, machine: string, effects: Effects): Session {
  const date = new Date(start).toISOString();
  const id = `${date.slice(0, 19).replace(/[-:]/g, '').replace('T', '-')}-${randomBytes(2).toString('hex')}`;
  const commit = effects.commit();
  const tree = commit === null ? {} : { clean: effects.changes().length === 0 };
  return { id, date, profile, seed, commit, ...tree, machine, control: null, gates: [] };
}

/**
 * Read before the first program, while the average holds none of the harness's own load. Only where there is no /proc.
 */
function sessionGates(platform: string, average: number, cores: number): Gate[] {
  if (platform === 'linux') return [];
  if (platform === 'win32') return [unavailable('load', 'no load average on Windows')];
  return [loadAverageGate(average, cores)];
}

const missingRounds = ({ plan, existing, status }: PlannedCell): number =>
  plan.rounds - (status === 'partial' ? (existing?.rounds.length ?? 0) : 0);

/**
 * A virtual machine may be moved to another host while it measures: what it measures there belongs to another machine.
 */
function refuseOtherMachine({ inventory: { machine, file }, effects }: SessionContext): void {
  const now = describeMachine(effects.readText);
  if (now.id !== machine.id) throw otherMachine(file, machine, now);
}

/** Measures in order what fits before the deadline. What does not is left for another run. */
async function measureAll(work: readonly PlannedCell[], context: SessionContext): Promise<Map<PlannedCell, Cell>> {
  const { effects, estimator, deadline } = context;
  const measured = new Map<PlannedCell, Cell>();
  const rounds = work.map((plannedCell) => ({ plan: plannedCell.plan, rounds: missingRounds(plannedCell) }));
  for (const [index, plannedCell] of work.entries()) {
    if (effects.interrupt.stopping) break;
    const time = estimator.remaining(rounds.slice(index, index + 1)) ?? 0;
    if (effects.now() + time >= deadline) {
      effects.progress({
        type: 'skipped',
        name: cellName(placeOf(plannedCell.plan)),
        reason: 'it does not fit into the budget',
      });
      continue;
    }
    refuseOtherMachine(context);
    const cell = await runCell(plannedCell, { index: index + 1, of: work.length }, rounds.slice(index + 1), context);
    if (cell.rounds.length > 0) measured.set(plannedCell, cell);
    await extendControl(context);
  }
  return measured;
}

/** The second probe of speed, and the gate that compares both. Left out on a request to stop at once. */
async function closeSession(context: SessionContext): Promise<void> {
  const { effects, session, saver } = context;
  if (effects.interrupt.stopping) return;
  session.speed = { start: session.speed?.start ?? null, end: await probeSpeed(context) };
  if (session.clean) session.clean = effects.changes().length === 0; // Somebody may have edited a program meanwhile.
  session.gates.push(...speedGates(session.speed));
  saver.now(null);
}

export interface SessionOutcome {
  /** What has rounds now; empty when it was stopped before. */
  measured: Map<PlannedCell, Cell>;
  session: Session;
}

/** @param start ms since the epoch from which the budget counts */
export async function runSession(
  work: readonly PlannedCell[],
  inventory: Inventory,
  options: MeasureOptions,
  effects: Effects,
  start: number,
): Promise<SessionOutcome> {
  const launcher = await effects.createLauncher();
  effects.interrupt.onAbort(() => launcher.abort());
  const seed = options.seed ?? effects.drawSeed();
  const session = openSession(start, options.profile, seed, inventory.machine.id, effects);
  session.gates.push(...sessionGates(process.platform, loadavg()[0] ?? 0, inventory.machine.cores));
  const end = options.budget === undefined ? Number.POSITIVE_INFINITY : start + options.budget;
  const fresh = inventory.cells.length - work.length;
  effects.progress({ type: 'start', cells: work.length, fresh, file: inventory.file, exact: launcher.exact });
  try {
    const before = effects.now();
    session.speed = { start: before < end ? await probeSpeed({ effects, launcher }) : null, end: null };
    // The second probe is within the budget too, and takes as long as the first.
    const deadline = end - (effects.now() - before);
    const context: SessionContext = {
      inventory,
      options,
      effects,
      launcher,
      session,
      saver: createSaver(inventory.file, inventory.results, effects.now),
      estimator: createEstimator(inventory.results.cells),
      patience: createPatience(options.profile, () => deadline - effects.now()),
      deadline,
    };
    const measured = (await takeControl(context)) ? await measureAll(work, context) : new Map<PlannedCell, Cell>();
    if (measured.size > 0) await closeSession(context);
    return { measured, session };
  } finally {
    await launcher.close();
    effects.progress({ type: 'end' });
  }
}
