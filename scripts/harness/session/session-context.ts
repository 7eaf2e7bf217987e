/** What all cells of one session of measuring share. */
import type { Session } from '../../../src/measurement/results.ts';
import type { Command } from '../../runtimes/runtime.ts';
import type { Experiment, Pinning } from '../definition/experiment.ts';
import type { Effects } from '../effects.ts';
import { judgeRun, runtimeFolder, type VariantRun } from '../launch/judge-run.ts';
import type { Launcher } from '../launch/run-outcome.ts';
import { canPin, cpusFor, measuringCores } from '../machine/pinning.ts';
import type { MeasureOptions, Profile } from '../options.ts';
import type { Inventory } from '../plan/inventory.ts';
import type { Saver } from '../plan/results-file.ts';
import type { Estimator } from './time-estimate.ts';

/** ms one gate may wait for a quieter moment, and all gates of a session together. */
const PATIENCE: Record<Profile, { gate: number; session: number }> = {
  quick: { gate: 5_000, session: 30_000 },
  full: { gate: 60_000, session: 900_000 },
};

export interface Patience {
  /** ms the next gate may wait. */
  left(): number;
  spend(ms: number): void;
}

/** @param timeLeft ms until the budget ends, asked anew each time */
export function createPatience(profile: Profile, timeLeft: () => number): Patience {
  const { gate, session } = PATIENCE[profile];
  let left = session;
  return {
    left: () => Math.max(0, Math.min(gate, left, timeLeft())),
    spend: (ms) => {
      left -= ms;
    },
  };
}

export interface SessionContext {
  inventory: Inventory;
  options: MeasureOptions;
  effects: Effects;
  launcher: Launcher;
  saver: Saver;
  session: Session;
  estimator: Estimator;
  patience: Patience;
  /** ms since the epoch; no round starts later. */
  deadline: number;
}

/** The logical CPUs that a pinning binds programs to on this machine; null if they are not bound. */
export const boundCpus = (
  { effects, launcher }: Pick<SessionContext, 'effects' | 'launcher'>,
  pinning: Pinning,
): readonly number[] | null => cpusFor(pinning, measuringCores(effects.readText), canPin(launcher.exact));

/** Runs a program once, as its experiment says, and judges the run. */
export function createRunner(
  { effects, launcher }: Pick<SessionContext, 'effects' | 'launcher'>,
  rules: Pick<Experiment, 'metrics' | 'mayDie' | 'timeLimit'>,
  pinning: Pinning,
): (command: Command) => Promise<VariantRun> {
  const cpus = boundCpus({ effects, launcher }, pinning);
  return async (command) =>
    judgeRun(await launcher.run({ command, cpus, limit: 1000 * rules.timeLimit }), rules, [
      effects.root,
      runtimeFolder(command.file),
    ]);
}
