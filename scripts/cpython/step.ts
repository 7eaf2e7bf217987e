/** Resumable work: each step leaves a stamp of what it was done with, and is skipped while that holds. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A step that could not be done. The message says what failed, where its log is and what to do. */
export class StepError extends Error {
  override name = 'StepError';
}

/** Runs a program to its end with its output in the step's log. Throws a `StepError` with the log's last lines. */
export type Run = (
  file: string,
  argv: string[],
  options?: { cwd?: string; env?: NodeJS.ProcessEnv },
) => Promise<string>;

export interface Step {
  /** In the folder's namespace; also the name of its stamp and log. */
  name: string;
  /** What is done, for the progress line. */
  title: string;
  /** Everything that would make the result different: a changed value runs the step again. */
  inputs: readonly string[];
  /** What to do if it fails, as a sentence. */
  remedy: string;
  work(run: Run): Promise<void>;
}

function runner(logFile: string, remedy: string): Run {
  return (file, argv, options = {}) =>
    new Promise((resolve, reject) => {
      const log = createWriteStream(logFile, { flags: 'a' });
      log.write(`$ ${file} ${argv.join(' ')}\n`);
      let output = '';
      const child = spawn(file, argv, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8');
        stream.on('data', (text: string) => {
          output = (output + text).slice(-100_000);
          log.write(text);
        });
      }
      const fail = (what: string): void => {
        const last = output.trimEnd().split('\n').slice(-8).join('\n    ');
        reject(new StepError(`${file} ${argv[0] ?? ''} ${what}.\n    ${last}\n  Log: ${logFile}\n  ${remedy}`));
      };
      child.on('error', (error) => log.end(() => fail(`did not start: ${error.message}`)));
      child.on('close', (code, signal) =>
        log.end(() => (code === 0 ? resolve(output) : fail(`ended with ${signal ?? `code ${code}`}`))),
      );
    });
}

const stampOf = (folder: string, name: string): string => join(folder, 'stamps', name);

const digest = (inputs: readonly string[]): string => createHash('sha256').update(JSON.stringify(inputs)).digest('hex');

/** Whether the step's stamp in `folder` says that it was done with the same inputs. */
export async function isDone(folder: string, { name, inputs }: Pick<Step, 'name' | 'inputs'>): Promise<boolean> {
  return (await readFile(stampOf(folder, name), 'utf8').catch(() => '')).trim() === digest(inputs);
}

/** Does the step unless it is done. `folder` is made where it does not exist. */
export async function doStep(folder: string, step: Step, say: (line: string) => void): Promise<void> {
  if (await isDone(folder, step)) {
    say(`[fresh] ${step.title}`);
    return;
  }
  const stamp = stampOf(folder, step.name);
  await mkdir(dirname(stamp), { recursive: true });
  const log = join(folder, `${step.name}.log`);
  await Promise.all([rm(stamp, { force: true }), rm(log, { force: true })]);
  const start = performance.now();
  say(`[doing] ${step.title}`);
  await step.work(runner(log, step.remedy));
  await writeFile(stamp, `${digest(step.inputs)}\n`);
  say(`[done]  ${step.title} (${Math.round((performance.now() - start) / 1000)} s)`);
}
