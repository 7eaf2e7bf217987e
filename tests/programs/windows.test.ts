/** What a program measures is its work: compilers, trackers and other helpers have next to nothing of the time in between. */
import { describe, expect, it } from 'vitest';
import { examineProgram } from '../../scripts/examine/examine-program.ts';
import { reportWindow, windowIn } from '../../scripts/examine/window-report.ts';
import { plannedRuns } from './planned-runs.ts';

/** Of the window, in processor time. */
const MOST_HELP = 0.05;

const COMPUTING = /^(gil|image-work|oversubscription|pools|responsiveness|scaling)\/(node|python)\//;
/** sharp does its work on threads that help elsewhere; where each task starts a process, who starts it is part of the work. */
const HELPED_ON_PURPOSE = /\.(sharp|per-task)\./;

/** One runtime for each program file and variant: who helps is the same in all versions of a language. */
const examined = new Map(
  plannedRuns
    .filter(({ file }) => COMPUTING.test(file) && !HELPED_ON_PURPOSE.test(file))
    .toReversed()
    .map((planned) => [`${planned.file} ${planned.variant}`, planned]),
);

describe.runIf(process.platform === 'linux')('between the two moments that a program prints', () => {
  // On a busy machine a look from outside may come late, and then counts what came before. A real helper is there each
  // time.
  it.concurrent.each([...examined.values()])('$title has no helpers to speak of', { retry: 9 }, async (planned) => {
    const { stdout, code, samples } = await examineProgram(planned, 30_000);
    expect(code).toBe(0);
    const window = windowIn(stdout);
    const report = window && reportWindow(samples, window);
    expect(report).toBeDefined();
    if (report) expect(report.helped / report.window, report.helpers.join(', ')).toBeLessThan(MOST_HELP);
  });
});
