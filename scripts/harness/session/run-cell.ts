/** One cell of a session: measures it, saves it as it grows, reports progress. */
import { createHash } from 'node:crypto';
import { judgeControl } from '../../../src/measurement/gates.ts';
import { type Cell, cellSchema } from '../../../src/measurement/results.ts';
import type { Experiment } from '../definition/experiment.ts';
import type { PlannedCell } from '../plan/cell-status.ts';
import type { Inventory } from '../plan/inventory.ts';
import { placeOf } from '../plan/plan-cell.ts';
import { cellName } from '../progress-event.ts';
import { boundGates, type CellGates, createCellGates, type GateContext } from './cell-gates.ts';
import { measureRounds, openCell } from './measure-rounds.ts';
import { boundCpus, createRunner, type SessionContext } from './session-context.ts';
import type { CellRounds } from './time-estimate.ts';

/** A cell's own seed, from the session's: the order in one cell does not depend on which others are measured. */
const cellSeed = (seed: number, name: string): number =>
  createHash('sha256').update(`${seed}/${name}`).digest().readUInt32BE(0);

/** A resumed cell rests on two sessions: it keeps the one whose control came out worse. */
function sessionFor(resumed: Cell | undefined, { inventory: { results }, session }: SessionContext): string {
  const before = results.sessions.find(({ id }) => id === resumed?.session);
  if (!before) return session.id;
  return session.control && judgeControl(session.control.rounds).outcome === 'failed' ? session.id : before.id;
}

/** Puts the cell in its place in the results, and its runtime as it is now. */
function place(cell: Cell, { plan }: PlannedCell, { results }: Inventory): void {
  const at = results.cells.findIndex(
    (other) => other.experiment === cell.experiment && other.runtime === cell.runtime && other.case === cell.case,
  );
  if (at < 0) results.cells.push(cell);
  else results.cells[at] = cell;
  const { info } = plan.installation;
  results.runtimes = [...results.runtimes.filter(({ id }) => id !== info.id), info];
}

/** The gates of one cell; what they wait is deducted from what the session may wait. */
function patientGates(
  { effects, launcher, patience }: SessionContext,
  { parallel = false, mayDie = false }: Pick<Experiment, 'parallel' | 'mayDie'>,
  { pinning, cpus }: Pick<GateContext, 'pinning' | 'cpus'>,
): CellGates {
  let waiting: number | undefined;
  const gates = createCellGates(
    {
      effects,
      pin: launcher.pin,
      pinning,
      cpus,
      patience: mayDie ? () => 0 : patience.left, // What a fault takes down does not depend on the load.
      onWait: (gate) => {
        waiting ??= effects.now();
        effects.progress({ type: 'waiting', gate });
      },
    },
    parallel,
  );
  return {
    close: gates.close,
    granted: gates.granted,
    take: async (moment) => {
      const taken = await gates.take(moment);
      if (waiting !== undefined) patience.spend(effects.now() - waiting);
      waiting = undefined;
      return taken;
    },
  };
}

/**
 * @param plannedCell what to measure; a partial cell is continued unless the options force a new measurement
 * @param following the cells after this one, for the time left
 * @returns the cell as it is in the results now; with fewer rounds than planned when it was stopped
 */
export async function runCell(
  plannedCell: PlannedCell,
  position: { index: number; of: number },
  following: readonly CellRounds[],
  context: SessionContext,
): Promise<Cell> {
  const { inventory, effects, saver, session, options, estimator, deadline } = context;
  const { plan, existing, status } = plannedCell;
  const { definition } = plan.experiment;
  const name = cellName(placeOf(plan));
  const resumed = status === 'partial' && !options.force ? existing : undefined;
  const date = new Date(effects.now()).toISOString();
  const seed = cellSeed(session.seed, name);
  const cpus = boundCpus(context, plan.pinning);
  const bound = cpus && [...cpus];
  const cell = openCell({ plan, session: sessionFor(resumed, context), seed, cpus: bound, resumed, date });
  const gates = patientGates(context, definition, { pinning: plan.pinning, cpus });
  const timeLeft = (): number | null => {
    const within = deadline - effects.now();
    const own = estimator.remaining([{ plan, rounds: cell.planned - cell.rounds.length }]);
    if (own === null || own >= within) return Number.isFinite(within) ? Math.max(0, within) : null;
    const others = estimator.remaining(following, within - own);
    return others === null ? null : own + others;
  };
  let start = effects.now();
  effects.progress({ type: 'cell', name, ...position, resumedFrom: cell.rounds.length });
  try {
    await measureRounds(cell, plan, {
      run: createRunner(context, definition, plan.pinning),
      gates: gates.take,
      granted: gates.granted,
      goOn: () => {
        start = effects.now();
        return !effects.interrupt.stopping && start + (estimator.round(plan) ?? 0) < deadline;
      },
      onRound: () => {
        estimator.observe(plan, effects.now() - start);
        place(cell, plannedCell, inventory);
        saver.soon(cell);
        effects.progress({ type: 'round', name, done: cell.rounds.length, of: cell.planned, left: timeLeft() });
      },
    });
  } finally {
    gates.close();
  }
  cell.gates = boundGates(cell.gates);
  if (cell.rounds.length > 0) place(cellSchema.parse(cell), plannedCell, inventory);
  saver.now(null);
  const failures = Object.fromEntries(Object.entries(cell.failures).map(([variant, { reason }]) => [variant, reason]));
  const { rounds, planned } = cell;
  effects.progress({ type: 'cell-done', name, rounds: rounds.length, planned, failures, gates: cell.gates });
  return cell;
}
