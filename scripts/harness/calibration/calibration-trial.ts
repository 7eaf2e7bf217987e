/**
 * The single measurements of a calibration: a trial whose answer is known, and a pair of runs that shows what the
 * harness adds.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Trial } from '../../../src/measurement/calibration.ts';
import { VERDICT_ROUNDS } from '../../../src/measurement/limits.ts';
import type { Pair } from '../../../src/measurement/statistics.ts';
import type { Command } from '../../runtimes/runtime.ts';
import type { Effects } from '../effects.ts';
import { InputError } from '../input-error.ts';
import type { VariantRun } from '../launch/judge-run.ts';
import { cpuGates, readCpuTicks } from '../machine/machine-gates.ts';
import { measureRound } from '../session/round.ts';

export const CALIBRATION_PROGRAM = join(import.meta.dirname, 'calibration-program.ts');
/** What its program prints, and how long it may take. */
export const CALIBRATION_RULES = {
  metrics: { time: { label: 'Time', unit: 'ms', better: 'lower' } },
  timeLimit: 120,
} as const;

function timeOf(run: VariantRun): number {
  if (run === 'aborted') throw new InputError('Stopped; the next run goes on from here.');
  if ('failure' in run) throw new InputError(`The calibration's own program ${run.failure}:\n${run.log}`);
  return run.invocation.values.time ?? Number.NaN;
}

/** One comparison of the program, slowed by `factor`, with itself. */
export async function takeTrial(
  factor: number,
  order: (round: number) => string[],
  run: (factor: number) => Promise<VariantRun>,
  { readText }: Effects,
): Promise<Trial> {
  const before = readCpuTicks(readText);
  const pairs: [number, number][] = [];
  for (let index = 0; index < VERDICT_ROUNDS; index++) {
    const values: Record<string, number> = {};
    await measureRound(order(index), async (variant) => {
      const outcome = await run(variant === 'slowed' ? factor : 1);
      values[variant] = timeOf(outcome);
      return outcome;
    });
    pairs.push([values.slowed ?? Number.NaN, values.plain ?? Number.NaN]);
  }
  const load = cpuGates(before, readCpuTicks(readText), false).find(({ gate }) => gate === 'load');
  return { factor, pairs, others: load?.reading ?? null };
}

/** ms from the start of a program to the end of its output, started without the harness. */
function runBare({ file, argv, env }: Command): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(file, argv, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    for (const stream of [child.stdout, child.stderr]) stream.resume();
    child.once('error', reject);
    child.once('close', () => resolve(performance.now() - start));
  });
}

/**
 * Wall time of the same program through the harness and without it, both in ms; which runs first is drawn at random.
 */
export async function overheadPair(
  harnessFirst: boolean,
  run: () => Promise<VariantRun>,
  command: Command,
): Promise<Pair> {
  const throughHarness = async (): Promise<number> => {
    const start = performance.now();
    timeOf(await run());
    return performance.now() - start;
  };
  const first = harnessFirst ? await throughHarness() : await runBare(command);
  const second = harnessFirst ? await runBare(command) : await throughHarness();
  return harnessFirst ? [first, second] : [second, first];
}
