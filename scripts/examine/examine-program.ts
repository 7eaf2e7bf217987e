/** Runs a program once and watches its threads from outside. */
import { spawn } from 'node:child_process';
import type { PlannedVariant } from '../harness/plan/plan-cell.ts';
import { type Sample, sampleTasks } from './sample-tasks.ts';

/** ms between two samples: each reads a few small files for every thread. */
const INTERVAL = 3;

export interface Watched {
  stdout: string;
  stderr: string;
  code: number | null;
  samples: Sample[];
}

/** @param limit ms after which the program is killed */
export async function examineProgram(
  { installation, program, runtimeArgs, args }: PlannedVariant,
  limit: number,
): Promise<Watched> {
  const prepared = (await installation.prepare?.(program)) ?? program;
  const { file, argv, env } = installation.command(prepared, { runtimeArgs, args });
  const child = spawn(file, argv, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const watched: Watched = { stdout: '', stderr: '', code: null, samples: [] };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    watched.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    watched.stderr += text;
  });
  const looking = setInterval(() => {
    if (child.pid !== undefined) watched.samples.push(sampleTasks(child.pid));
  }, INTERVAL);
  const killing = setTimeout(() => child.kill('SIGKILL'), limit);
  try {
    watched.code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  } finally {
    clearInterval(looking);
    clearTimeout(killing);
  }
  return watched;
}
