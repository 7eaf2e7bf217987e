/** One session of measuring, from its control to its last cell. */
import { loadavg } from 'node:os';
import { judgeControl } from '../../../src/measurement/gates.ts';
import type { Cell, Gate, Session } from '../../../src/measurement/results.ts';
import type { Effects } from '../effects.ts';
import { awaitCalm } from '../machine/wait-for-calm.ts';
import type { StatedCell } from '../plan/cell-status.ts';
import type { Survey } from '../plan/inventory.ts';
import { createSaver } from '../plan/results-file.ts';
import { cellName } from '../progress-event.ts';
import type { MeasureOptions } from '../terminal/parse-options.ts';
import { CONTROL_ROUNDS, CONTROL_RULES, controlCommand, measureControl, openSession, sessionGates } from './control.ts';
import { measureStated } from './run-cell.ts';
import { createPatience, createRunner, type Sitting } from './session-context.ts';
import { createEstimator } from './time-estimate.ts';

/** A control that fails is taken again, after waiting for calm, up to this many times in all; every failure is kept. */
const CONTROL_ATTEMPTS = 3;

async function waitForCalm({ effects, patience }: Sitting): Promise<void> {
  const start = effects.now();
  await awaitCalm(effects, patience.left(), (gate) => effects.progress({ type: 'waiting', gate }));
  patience.spend(effects.now() - start);
}

/** False when it was stopped before there was anything to judge. */
async function takeControl(sitting: Sitting): Promise<boolean> {
  const { survey, effects, saver, session } = sitting;
  const run = createRunner(sitting, CONTROL_RULES, 'one-core');
  const command = await controlCommand();
  let gate: Gate | undefined;
  for (let attempt = 1; attempt <= CONTROL_ATTEMPTS && gate?.outcome !== 'passed'; attempt++) {
    if (gate) session.gates.push({ ...gate, reason: `attempt ${attempt - 1}: ${gate.reason}` });
    await waitForCalm(sitting);
    const rounds = await measureControl(
      session.seed + attempt - 1,
      () => run(command),
      (done) => {
        effects.progress({ type: 'control', done, of: CONTROL_ROUNDS });
        return !effects.interrupt.stopping;
      },
    );
    if (effects.interrupt.stopping) return false;
    session.control = { rounds };
    gate = judgeControl(rounds);
    effects.progress({ type: 'control-judged', gate });
  }
  survey.results.sessions.push(session);
  saver.now(null);
  return true;
}

const missingRounds = ({ plan, existing, status }: StatedCell): number =>
  plan.rounds - (status === 'partial' ? (existing?.rounds.length ?? 0) : 0);

const nameOf = ({ plan }: StatedCell): string =>
  cellName({ experiment: plan.experiment.id, runtime: plan.installation.info.id, case: plan.case });

/** Measures in order what fits before the deadline. What does not is left for another run. */
async function measureAll(work: readonly StatedCell[], sitting: Sitting): Promise<Map<StatedCell, Cell>> {
  const { effects, estimator, deadline } = sitting;
  const measured = new Map<StatedCell, Cell>();
  const timeFor = (cells: readonly StatedCell[]) =>
    estimator.remaining(cells.map((stated) => ({ plan: stated.plan, rounds: missingRounds(stated) })));
  for (const [index, stated] of work.entries()) {
    if (effects.interrupt.stopping) break;
    if (effects.now() + (timeFor([stated]) ?? 0) >= deadline) {
      effects.progress({ type: 'skipped', name: nameOf(stated), reason: 'it does not fit into the budget' });
      continue;
    }
    const left = timeFor(work.slice(index + 1));
    const cell = await measureStated(stated, { index: index + 1, of: work.length }, left, sitting);
    if (cell.rounds.length > 0) measured.set(stated, cell);
  }
  return measured;
}

export interface Sat {
  /** What has rounds now; empty when it was stopped before. */
  measured: Map<StatedCell, Cell>;
  session: Session;
}

/** @param start ms since the epoch from which the budget counts */
export async function sit(
  work: readonly StatedCell[],
  surveyed: Survey,
  options: MeasureOptions,
  effects: Effects,
  start: number,
): Promise<Sat> {
  const launcher = await effects.createLauncher();
  effects.interrupt.onAbort(() => launcher.abort());
  const seed = options.seed ?? effects.drawSeed();
  const session = openSession(new Date(start).toISOString(), options.profile, seed, effects.commit());
  session.gates.push(...sessionGates(process.platform, loadavg()[0] ?? 0, surveyed.machine.cores));
  const sitting: Sitting = {
    survey: surveyed,
    options,
    effects,
    launcher,
    session,
    saver: createSaver(surveyed.file, surveyed.results, effects.now),
    estimator: createEstimator(surveyed.results.cells),
    patience: createPatience(options.profile),
    deadline: options.budget === undefined ? Number.POSITIVE_INFINITY : start + options.budget,
  };
  const fresh = surveyed.cells.length - work.length;
  effects.progress({ type: 'start', cells: work.length, fresh, file: surveyed.file, exact: launcher.exact });
  try {
    const measured = (await takeControl(sitting)) ? await measureAll(work, sitting) : new Map<StatedCell, Cell>();
    return { measured, session };
  } finally {
    await launcher.close();
    effects.progress({ type: 'end' });
  }
}
