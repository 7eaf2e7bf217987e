/** Measures the harness itself: trials with a known answer, and what the harness adds to a program's wall time. */
import { Rng } from 'pragmastat';
import { type Calibration, calibrationSchema } from '../../../src/measurement/calibration.ts';
import { VERDICT_ROUNDS } from '../../../src/measurement/limits.ts';
import { ownNode } from '../../runtimes/node.ts';
import type { Effects } from '../effects.ts';
import type { Launcher } from '../launch/run-outcome.ts';
import { writeWhole } from '../plan/results-file.ts';
import { roundOrder } from '../session/round.ts';
import { createRunner } from '../session/session-context.ts';
import { openCalibration } from './calibration-file.ts';
import { CALIBRATION_PROGRAM, CALIBRATION_RULES, overheadPair, takeTrial } from './calibration-trial.ts';

/** How many trials of each factor, and how many pairs for the overhead. */
export interface CalibrationGoal {
  factors: ReadonlyMap<number, number>;
  overhead: number;
  /** Whether the file may hold the calibration of another machine, runtime or program, which is then lost. */
  replace: boolean;
}

/** One step, named by its factor; 0 stands for a pair of runs that measures the overhead. */
type Step = number;

/** The steps that are left, shuffled, so that good and bad minutes of the machine fall on all kinds of step. */
export function stepsLeft({ trials, overhead, seed }: Calibration, goal: CalibrationGoal): Step[] {
  const steps = [...goal.factors].flatMap(([factor, count]) => {
    const done = trials.filter((trial) => trial.factor === factor).length;
    return Array.from({ length: Math.max(0, count - done) }, () => factor);
  });
  const pairs = Array.from({ length: Math.max(0, goal.overhead - overhead.length) }, () => 0);
  const all = [...steps, ...pairs];
  return all.length === 0 ? [] : new Rng(`${seed}:${trials.length + overhead.length}`).shuffle(all);
}

/**
 * Continues the calibration in `file` until `goal` is reached or it is stopped; saves after every step.
 *
 * @param onStep called with the number of steps done and the number of all steps
 */
export async function runCalibration(
  file: string,
  goal: CalibrationGoal,
  seed: number,
  launcher: Launcher,
  effects: Effects,
  onStep: (done: number, of: number) => void,
): Promise<Calibration> {
  const calibration = openCalibration(file, effects, ownNode, launcher.exact, seed, goal.replace);
  const command = (factor: number) => ownNode.command(CALIBRATION_PROGRAM, { runtimeArgs: [], args: [String(factor)] });
  const pinned = createRunner({ effects, launcher }, CALIBRATION_RULES, 'one-core');
  const free = createRunner({ effects, launcher }, CALIBRATION_RULES, 'free');
  const steps = stepsLeft(calibration, goal);
  for (const [done, step] of steps.entries()) {
    if (effects.interrupt.stopping) break;
    onStep(done, steps.length);
    const number = calibration.trials.length + calibration.overhead.length;
    const order = (round: number) => roundOrder(['slowed', 'plain'], calibration.seed, number * VERDICT_ROUNDS + round);
    if (step === 0) {
      const [first] = order(0);
      calibration.overhead.push([...(await overheadPair(first === 'slowed', () => free(command(1)), command(1)))]);
    } else {
      calibration.trials.push(await takeTrial(step, order, (factor) => pinned(command(factor)), effects));
    }
    writeWhole(file, `${JSON.stringify(calibrationSchema.parse(calibration))}\n`);
  }
  return calibration;
}
