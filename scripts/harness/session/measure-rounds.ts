/** Measures one cell, round by round, from nothing or from where it was left. */
import type { Cell, Gate } from '../../../src/measurement/results.ts';
import { differentWork } from '../../../src/measurement/same-work.ts';
import type { Command } from '../../runtimes/runtime.ts';
import { printable, type VariantRun } from '../launch/judge-run.ts';
import { type CellPlan, type PlannedVariant, placeOf } from '../plan/plan-cell.ts';
import { measureRound, roundOrder } from './round.ts';

export interface CellWork {
  plan: CellPlan;
  session: string;
  seed: number;
  /** The CPUs that the programs are bound to; null if they are not bound. */
  cpus: number[] | null;
  /** The unfinished cell of the same key, to continue. */
  resumed: Cell | undefined;
  date: string;
}

export interface CellHooks {
  /** Runs one variant in a fresh process. */
  run(command: Command): Promise<VariantRun>;
  /** False: stop after this round and keep what there is. */
  goOn(cell: Cell): boolean;
  /** Readings before the first round and after the last; they are added to the cell's. */
  gates(moment: 'before' | 'after'): Promise<Gate[]>;
  /** Cores' worth of work the machine grants right now; undefined where nothing parallel is measured. */
  granted(): Promise<number | undefined>;
  onRound(cell: Cell): void;
}

/** The cell before its first round. */
export function openCell({ plan, session, seed, cpus, resumed, date }: CellWork): Cell {
  const { stale: _, ...unfinished }: Partial<Cell> = structuredClone(resumed) ?? {};
  return {
    ...placeOf(plan),
    key: plan.key,
    session,
    profile: plan.profile,
    date,
    seed,
    pinning: plan.pinning,
    cpus,
    planned: plan.rounds,
    programs: plan.programs,
    rounds: [],
    gates: [],
    failures: {},
    traces: {},
    logs: {},
    ...unfinished,
  };
}

/** A failed variant has no samples: one that worked in some rounds can't be compared with one that worked in all. */
function fail(cell: Cell, variant: string, { reason, ...rest }: Cell['failures'][string]): void {
  cell.failures[variant] = { reason: printable(reason).slice(0, 2000), ...rest };
  for (const round of cell.rounds) delete round.invocations[variant];
  delete cell.traces[variant];
}

async function commandOf({ installation, program, runtimeArgs, args }: PlannedVariant): Promise<Command> {
  const prepared = installation.prepare ? await installation.prepare(program) : program;
  return installation.command(prepared, { runtimeArgs, args });
}

async function prepareAll(plan: CellPlan, cell: Cell): Promise<Map<string, Command>> {
  const commands = new Map<string, Command>();
  for (const variant of plan.variants) {
    if (cell.failures[variant.variant]) continue;
    try {
      commands.set(variant.variant, await commandOf(variant));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      fail(cell, variant.variant, { reason, log: '' });
    }
  }
  return commands;
}

function record(cell: Cell, variant: string, run: Exclude<VariantRun, 'aborted'>): void {
  if ('failure' in run) {
    const { failure: reason, ...rest } = run;
    fail(cell, variant, { reason, ...rest });
    return;
  }
  cell.logs[variant] ??= run.log;
  if (run.slices.length > 0) cell.traces[variant] ??= run.slices;
}

/** Changes `cell` in place, so that it can be saved after every round; complete when it holds its planned rounds. */
export async function measureRounds(cell: Cell, plan: CellPlan, hooks: CellHooks): Promise<void> {
  const commands = await prepareAll(plan, cell);
  cell.gates.push(...(await hooks.gates('before')));
  while (cell.rounds.length < cell.planned && hooks.goOn(cell)) {
    const alive = [...commands.keys()].filter((variant) => !cell.failures[variant]);
    const order = roundOrder(alive, cell.seed, cell.rounds.length);
    const granted = await hooks.granted();
    const measured = await measureRound(order, (variant) => {
      const command = commands.get(variant);
      if (!command) throw new RangeError(`no command for variant ${variant}`);
      return hooks.run(command);
    });
    if (!measured) break;
    cell.rounds.push(granted === undefined ? measured.round : { ...measured.round, granted });
    for (const [variant, run] of Object.entries(measured.runs)) record(cell, variant, run);
    const { metrics } = plan.experiment.definition;
    for (const [variant, reason] of Object.entries(differentWork(measured.round, metrics))) {
      fail(cell, variant, { reason, log: cell.logs[variant] ?? '' });
    }
    hooks.onRound(cell);
  }
  cell.gates.push(...(await hooks.gates('after')));
}
