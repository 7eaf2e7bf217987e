/** The steps of `npm test` and the sum of what they found. */
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FailedTest, failedInPlaywright, failedInVitest } from './failed-tests.ts';

const root = join(import.meta.dirname, '../..');

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** What a step found and, where it failed, why in one line. */
export interface StepOutcome extends Counts {
  reason?: string;
  failures?: FailedTest[];
  /** What it printed, where that has not been shown yet. */
  output?: string;
}

export function addCounts(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** The closing line that continuous integration reads. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function run(command: string, args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });
    child.once('error', reject).once('exit', (code) => resolve(code ?? 1));
  });
}

function outcomeOf(command: string, code: number | string): StepOutcome {
  return code === 0
    ? { passed: 1, failed: 0, skipped: 0 }
    : { passed: 0, failed: 1, skipped: 0, reason: `${command} ended with code ${code}` };
}

/** A tool with a single answer, which counts as one test. */
export async function check(command: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<StepOutcome> {
  return outcomeOf(command, await run(command, args, env));
}

/** The same with npm, for a script that runs beside others: what it prints is part of the outcome. */
export function checkBeside(script: string): Promise<StepOutcome> {
  return new Promise((resolve) =>
    execFile('npm', ['run', '--silent', script], { maxBuffer: 1 << 26 }, (error, stdout, stderr) =>
      resolve({ ...outcomeOf('npm', error === null ? 0 : (error.code ?? 1)), output: stdout + stderr }),
    ),
  );
}

/** A test runner that writes a JSON report to the file it is given; a missing report is one failure. */
async function report(
  start: (file: string) => Promise<number>,
  read: (report: unknown) => StepOutcome,
): Promise<StepOutcome> {
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  const file = join(folder, 'report.json');
  try {
    const code = await start(file);
    const counts = read(JSON.parse(readFileSync(file, 'utf8')));
    // A runner can fail without a failing test: an error while loading a file, or no test at all.
    if (code !== 0 && counts.failed === 0)
      return { ...counts, failed: 1, reason: `the runner ended with code ${code}` };
    return counts;
  } catch (error) {
    return { passed: 0, failed: 1, skipped: 0, reason: `no report: ${(error as Error).message}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function vitest(projects: string[]): Promise<StepOutcome> {
  return report(
    (file) =>
      run(
        'vitest',
        [
          'run',
          ...projects.flatMap((name) => ['--project', name]),
          '--reporter=default',
          '--reporter=json',
          `--outputFile=${file}`,
        ],
        {},
      ),
    (value) => {
      const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = value as Record<string, number>;
      return {
        passed: numPassedTests ?? 0,
        failed: numFailedTests ?? 0,
        skipped: (numPendingTests ?? 0) + (numTodoTests ?? 0),
        failures: failedInVitest(value, root),
      };
    },
  );
}

export function playwright(env: NodeJS.ProcessEnv): Promise<StepOutcome> {
  return report(
    (file) => run('playwright', ['test', '--reporter=line,json'], { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file }),
    (value) => {
      const { expected, flaky, unexpected, skipped } = (value as { stats: Record<string, number> }).stats;
      return {
        passed: (expected ?? 0) + (flaky ?? 0),
        failed: unexpected ?? 0,
        skipped: skipped ?? 0,
        failures: failedInPlaywright(value),
      };
    },
  );
}
