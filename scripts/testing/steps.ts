/** The steps of `npm test` and the sum of what they found. */
import { spawn } from 'node:child_process';
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

/** How a step is run. */
export interface Manner {
  /** Shows what it prints at once. Otherwise that is part of the outcome, for steps that run at the same time. */
  live: boolean;
}

interface Ended {
  code: number;
  output: string;
}

function run(command: string, args: string[], { live }: Manner, env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const shown = live ? 'inherit' : 'pipe';
    const child = spawn(command, args, { stdio: ['ignore', shown, shown], env: { ...process.env, ...env } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.once('error', reject).once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** A tool with a single answer, which counts as one test. */
export async function check(
  command: string,
  args: string[],
  manner: Manner,
  env: NodeJS.ProcessEnv = {},
): Promise<StepOutcome> {
  const { code, output } = await run(command, args, manner, env);
  return code === 0
    ? { passed: 1, failed: 0, skipped: 0, output }
    : { passed: 0, failed: 1, skipped: 0, output, reason: `${command} ended with code ${code}` };
}

/** The same, for an npm script. */
export const checkScript = (script: string, manner: Manner): Promise<StepOutcome> =>
  check('npm', ['run', '--silent', script], manner);

/** A test runner that writes a JSON report to the file it is given; a missing report is one failure. */
async function report(
  start: (file: string) => Promise<Ended>,
  read: (report: unknown) => StepOutcome,
): Promise<StepOutcome> {
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  const file = join(folder, 'report.json');
  let output = '';
  try {
    const ended = await start(file);
    const { code } = ended;
    output = ended.output;
    const counts = { ...read(JSON.parse(readFileSync(file, 'utf8'))), output };
    // A runner can fail without a failing test: an error while loading a file, or no test at all.
    if (code !== 0 && counts.failed === 0)
      return { ...counts, failed: 1, reason: `the runner ended with code ${code}` };
    return counts;
  } catch (error) {
    return { passed: 0, failed: 1, skipped: 0, output, reason: `no report: ${(error as Error).message}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function vitest(project: string, manner: Manner): Promise<StepOutcome> {
  return report(
    (file) =>
      run(
        'vitest',
        ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile=${file}`],
        manner,
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

export function playwright(env: NodeJS.ProcessEnv, manner: Manner): Promise<StepOutcome> {
  return report(
    (file) =>
      run('playwright', ['test', '--reporter=line,json'], manner, { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file }),
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
