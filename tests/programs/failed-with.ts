/** Programs that may not die, how they are started with an accident, and what they have to show afterwards. */
import { expect } from 'vitest';
import { onePerFile, type PlannedRun } from './planned-runs.ts';
import { type Run, runFile } from './run-program.ts';

/** What a language does about a dead worker is the same in all its runtimes. */
export const killable = onePerFile.filter(({ mayDie }) => !mayDie);

/** Runs a program, with these variables added to its environment. */
export const startOf =
  ({ program, installation, runtimeArgs, args, metrics }: PlannedRun) =>
  (env: Record<string, string> = {}): Promise<Run> =>
    runFile(program, installation, { runtimeArgs, args }, metrics, env);

/** What a program shows that has failed: one line, that says who and how. */
export const failedWith = (line: RegExp) => ({
  orphans: [],
  signal: null, // of the time limit: it hung
  code: expect.toSatisfy((code) => code !== 0),
  stderr: expect.stringMatching(line),
});
