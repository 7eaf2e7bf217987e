/** Measures the measuring: trials with a known answer, and what the harness adds to a program's wall time. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Rng } from 'pragmastat';
import {
  CALIBRATION_SCHEMA,
  type Calibration,
  calibrationSchema,
  type Trial,
} from '../../src/measurement/calibration.ts';
import type { Pair } from '../../src/measurement/statistics.ts';
import node from '../runtimes/node.ts';
import type { Command, Installation } from '../runtimes/runtime.ts';
import type { Effects } from './effects.ts';
import { cpuGates, pressureGate, readCpuTicks, readPressure } from './gates.ts';
import { InputError } from './input-error.ts';
import { describeMachine } from './machine.ts';
import type { VariantRun } from './read-run.ts';
import { measureRound, roundOrder } from './round.ts';
import type { Launcher } from './run-outcome.ts';
import { createRunner } from './sitting.ts';
import { writeWhole } from './store.ts';

const PROGRAM = join(import.meta.dirname, 'calibration-program.ts');
const RULES = { metrics: { time: { label: 'Time', unit: 'ms', better: 'lower' } }, timeLimit: 20 } as const;
/** As every verdict: eleven rounds, margin 1.10. */
const ROUNDS = 11;
const MARGIN = 1.1;

/** How many trials of each factor, and how many pairs for the overhead. */
export interface CalibrationGoal {
  factors: ReadonlyMap<number, number>;
  overhead: number;
}

/** One thing to do, by its factor; 0 stands for a pair of the overhead. */
type Step = number;

/** Opens the calibration in `file` to go on with it, or a new one where there is none of the same key. */
function open(file: string, effects: Effects, installation: Installation, exact: boolean, seed: number): Calibration {
  const machine = describeMachine(effects.readText);
  const parts = [readFileSync(PROGRAM, 'utf8'), installation.info, machine.id, machine.kernel, exact, ROUNDS, MARGIN];
  const key = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  if (existsSync(file)) {
    const known = readCalibration(file);
    if (known.key === key) return known;
  }
  const date = new Date(effects.now()).toISOString();
  const { info: runtime } = installation;
  const fixed = { schema: CALIBRATION_SCHEMA, rounds: ROUNDS, margin: MARGIN } as const;
  return { ...fixed, machine, runtime, key, date, seed, exact, trials: [], overhead: [] };
}

/** @throws InputError when the file is no calibration */
export function readCalibration(file: string): Calibration {
  try {
    return calibrationSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\s+/g, ' ').slice(0, 200) : String(error);
    throw new InputError(
      `${file}: expected a calibration, found something else (${reason}). Delete it and calibrate again.`,
    );
  }
}

/** What is still to do, in an order that mixes good and bad minutes of the machine over all of it. */
export function stepsLeft({ trials, overhead, seed }: Calibration, goal: CalibrationGoal): Step[] {
  const steps = [...goal.factors].flatMap(([factor, count]) => {
    const done = trials.filter((trial) => trial.factor === factor).length;
    return Array.from({ length: Math.max(0, count - done) }, () => factor);
  });
  const pairs = Array.from({ length: Math.max(0, goal.overhead - overhead.length) }, () => 0);
  const all = [...steps, ...pairs];
  return all.length === 0 ? [] : new Rng(`${seed}:${trials.length + overhead.length}`).shuffle(all);
}

function timeOf(run: VariantRun): number {
  if (run === 'aborted') throw new InputError('Stopped; the next run goes on from here.');
  if ('failure' in run) throw new InputError(`The calibration's own program ${run.failure}:\n${run.log}`);
  return run.invocation.values.time ?? Number.NaN;
}

async function trial(
  factor: number,
  order: (round: number) => string[],
  run: (factor: number) => Promise<VariantRun>,
  { readText }: Effects,
): Promise<Trial> {
  const pressure = readPressure(readText);
  const before = readCpuTicks(readText);
  const pairs: [number, number][] = [];
  for (let index = 0; index < ROUNDS; index++) {
    const values: Record<string, number> = {};
    await measureRound(order(index), async (variant) => {
      const outcome = await run(variant === 'slowed' ? factor : 1);
      values[variant] = timeOf(outcome);
      return outcome;
    });
    pairs.push([values.slowed ?? Number.NaN, values.plain ?? Number.NaN]);
  }
  const gates = cpuGates(before, readCpuTicks(readText), false);
  if (pressure) gates.push(pressureGate(pressure.average, 'the ten seconds before'));
  const others = gates.find(({ gate }) => gate === 'load')?.reading ?? null;
  return { factor, pairs, others, quiet: gates.every(({ outcome }) => outcome !== 'failed') };
}

/** ms from the start of a program to the end of its output, started as anybody would. */
function runBare({ file, argv, env }: Command): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(file, argv, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    for (const stream of [child.stdout, child.stderr]) stream.resume();
    child.once('error', reject);
    child.once('close', () => resolve(performance.now() - start));
  });
}

/** The same program through the harness and bare, in random order. */
async function overheadPair(harnessFirst: boolean, run: () => Promise<VariantRun>, command: Command): Promise<Pair> {
  const throughHarness = async (): Promise<number> => {
    const start = performance.now();
    timeOf(await run());
    return performance.now() - start;
  };
  const first = harnessFirst ? await throughHarness() : await runBare(command);
  const second = harnessFirst ? await runBare(command) : await throughHarness();
  return harnessFirst ? [first, second] : [second, first];
}

/**
 * Goes on with the calibration in `file` until `goal` is reached or it is stopped; saved after every step.
 *
 * @param onStep told how many steps are done and how many there are
 */
export async function calibrate(
  file: string,
  goal: CalibrationGoal,
  seed: number,
  launcher: Launcher,
  effects: Effects,
  onStep: (done: number, of: number) => void,
): Promise<Calibration> {
  const [installation] = (await node.find()).found;
  if (!installation) throw new Error('expected the Node.js that runs this, found none');
  const calibration = open(file, effects, installation, launcher.exact, seed);
  const command = (factor: number) => installation.command(PROGRAM, { runtimeArgs: [], args: [String(factor)] });
  const pinned = createRunner({ effects, launcher }, RULES, 'one-core');
  const free = createRunner({ effects, launcher }, RULES, 'free');
  const steps = stepsLeft(calibration, goal);
  for (const [done, step] of steps.entries()) {
    if (effects.interrupt.stopping) break;
    onStep(done, steps.length);
    const number = calibration.trials.length + calibration.overhead.length;
    const order = (round: number) => roundOrder(['slowed', 'plain'], calibration.seed, number * ROUNDS + round);
    if (step === 0) {
      const [first] = order(0);
      calibration.overhead.push([...(await overheadPair(first === 'slowed', () => free(command(1)), command(1)))]);
    } else {
      calibration.trials.push(await trial(step, order, (factor) => pinned(command(factor)), effects));
    }
    writeWhole(file, `${JSON.stringify(calibrationSchema.parse(calibration))}\n`);
  }
  return calibration;
}
