/** Measures what is missing or stale: the one step that runs programs. */
import { loadavg } from 'node:os';
import { judgeControl } from '../../src/measurement/gates.ts';
import type { Cell, Session } from '../../src/measurement/results.ts';
import type { Effects } from './effects.ts';
import { createEstimator } from './estimate.ts';
import { lockResults, takeLock } from './lock.ts';
import { measureStated } from './measure-cell.ts';
import type { MeasureOptions } from './options.ts';
import type { StatedCell } from './plan.ts';
import { cellName } from './progress-event.ts';
import { type MeasureReport, reportCell } from './report.ts';
import { CONTROL_ROUNDS, CONTROL_RULES, controlCommand, measureControl, openSession, sessionGates } from './session.ts';
import { createPatience, createRunner, type Sitting } from './sitting.ts';
import { createSaver, saveIfChanged } from './store.ts';
import { type Survey, survey } from './survey.ts';

/** False when it was stopped before there was anything to judge. */
async function takeControl(sitting: Sitting): Promise<boolean> {
  const {
    survey: { results },
    effects,
    saver,
    session,
  } = sitting;
  const run = createRunner(sitting, CONTROL_RULES, 'one-core');
  const command = await controlCommand();
  const rounds = await measureControl(
    session.seed,
    () => run(command),
    (done) => {
      effects.progress({ type: 'control', done, of: CONTROL_ROUNDS });
      return !effects.interrupt.stopping;
    },
  );
  if (effects.interrupt.stopping) return false;
  session.control = { rounds };
  results.sessions.push(session);
  saver.now(null);
  effects.progress({ type: 'control-judged', gate: judgeControl(rounds) });
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

interface Sat {
  measured: Map<StatedCell, Cell>;
  session: Session;
}

async function sit(surveyed: Survey, options: MeasureOptions, effects: Effects, start: number): Promise<Sat> {
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
  const work = workOf(surveyed, options);
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

const workOf = ({ cells }: Survey, { force }: MeasureOptions): StatedCell[] =>
  cells.filter(({ status }) => force || status !== 'fresh');

/** Nothing to run: the words of the experiments may have changed all the same. Left alone while another measures. */
function saveQuietly({ file, results }: Survey): void {
  const lock = takeLock(file);
  if (!('release' in lock)) return;
  saveIfChanged(file, results);
  lock.release();
}

function report(
  surveyed: Survey,
  sat: Sat | null,
  options: MeasureOptions,
  interrupted: boolean,
): Omit<MeasureReport, 'took'> {
  const incomplete = workOf(surveyed, options).filter((stated) => {
    const cell = sat?.measured.get(stated);
    return !cell || cell.rounds.length < cell.planned;
  });
  return {
    machine: surveyed.machine.id,
    file: surveyed.file,
    profile: options.profile,
    session: sat?.session.id ?? null,
    seed: sat?.session.seed ?? null,
    cells: surveyed.cells.map((stated) => reportCell(stated, sat?.measured.get(stated))),
    unavailable: surveyed.unavailable,
    interrupted,
    leftByBudget: sat && !interrupted ? incomplete.length : 0,
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
  const first = await survey(options, effects);
  let sat: Sat | null = null;
  let surveyed = first;
  if (workOf(first, options).length === 0) {
    saveQuietly(first);
  } else {
    const unlock = lockResults(first.file);
    try {
      surveyed = await survey(options, effects); // What was saved before the lock was ours is not to be lost.
      sat = await sit(surveyed, options, effects, start);
    } finally {
      unlock();
    }
  }
  return { ...report(surveyed, sat, options, effects.interrupt.stopping), took: effects.now() - start };
}

/** The same report, of what is known now: runs no program and writes nothing. */
export async function listCells(options: MeasureOptions, effects: Effects): Promise<MeasureReport> {
  const start = effects.now();
  const surveyed = await survey(options, effects);
  return { ...report(surveyed, null, options, false), took: effects.now() - start };
}
