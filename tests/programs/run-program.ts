/** Runs a program of an experiment by hand, as a reader would, on a runtime found on this machine. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Experiment } from '../../scripts/harness/definition/experiment.ts';
import { parseOutput } from '../../scripts/harness/launch/parse-output.ts';
import { findRuntimes } from '../../scripts/runtimes/find-runtimes.ts';
import type { Arguments, Installation } from '../../scripts/runtimes/runtime.ts';
import { LANGUAGES } from '../../src/measurement/runtimes.ts';

const EXPERIMENTS = join(import.meta.dirname, '..', '..', 'scripts', 'experiments');

/** ms for one that stands still. Where locks are contended, on a slow machine beside two others, one runs for half a minute. */
const LIMIT = 150_000;

const { found, missing } = await findRuntimes();

export interface Run {
  values: Record<string, number>;
  /** What breaks the convention of output, in words. */
  problems: string[];
  /** Metrics that it has to print and did not. */
  absent: string[];
  stdout: string;
  stderr: string;
  code: number | null;
  signal: string | null;
}

/** The runtimes of these ids that are installed; one that is not is named on the console, so that its tests are not missed in silence. */
export function installed(...ids: string[]): Installation[] {
  for (const id of ids.filter((wanted) => !found.some(({ info }) => info.id === wanted))) {
    const reason = missing.find((runtime) => runtime.id === id)?.reason ?? 'not found on this machine';
    console.warn(`skipped: ${id} (${reason})`);
  }
  return found.filter(({ info }) => ids.includes(info.id));
}

/** Every CPython found, of any version and build. */
export function everyCPython(): Installation[] {
  return found.filter(({ info }) => info.language === 'python');
}

/** Path of the program of this very name (no family's for a method) that a runtime runs; undefined where there is none. */
function programFile(experiment: string, { info }: Installation, program: string): string | undefined {
  const { extension } = LANGUAGES[info.language];
  const files = [info.id, info.language].map((folder) => join(EXPERIMENTS, experiment, folder, program + extension));
  return files.find((file) => existsSync(file));
}

/** Whether `experiment` has a program of this very name for the runtime. */
export function hasProgram(experiment: string, runtime: Installation, program: string): boolean {
  return programFile(experiment, runtime, program) !== undefined;
}

/** Runs `<language>/<program>` of `experiment` with `args`, and `env` added. Kills it when it stands still. */
export async function runProgram(
  experiment: string,
  runtime: Installation,
  program: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<Run> {
  const file = programFile(experiment, runtime, program);
  if (!file) throw new Error(`${experiment} has no program "${program}" for ${runtime.info.id}`);
  const url = join(EXPERIMENTS, experiment, 'experiment.ts');
  const { default: definition } = (await import(url)) as { default: Experiment };
  return runFile(file, runtime, { runtimeArgs: [], args }, definition.metrics, env);
}

/**
 * Runs a program's file.
 * @param metrics what it may print
 * @param env added to the environment of the tests
 * @param limit ms after which it is killed
 */
export async function runFile(
  file: string,
  runtime: Installation,
  use: Arguments,
  metrics: Experiment['metrics'],
  env: Record<string, string> = {},
  limit = LIMIT,
): Promise<Run> {
  const prepared = (await runtime.prepare?.(file)) ?? file;
  const command = runtime.command(prepared, use);
  return new Promise((resolve, reject) => {
    // A group of its own, so that at the limit its workers are killed with it: they would hold its output open.
    const settings = { env: { ...process.env, ...command.env, ...env }, detached: true };
    const child = spawn(command.file, command.argv, settings);
    const timer = setTimeout(() => process.kill(-(child.pid ?? 0), 'SIGKILL'), limit);
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const { values, problems, absent } = parseOutput(stdout, metrics);
      resolve({ values, problems, absent, stdout, stderr, code, signal });
    });
  });
}
