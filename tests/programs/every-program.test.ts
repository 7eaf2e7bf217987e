/** What holds of every program of every experiment. What one of them has to find is in a file of its own. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canKillAtBirth, prepareBirths, removeBirths, withBirths } from './births.ts';
import { type PlannedRun, plannedRuns, unavailable } from './planned-runs.ts';
import { type Run, runFile } from './run-program.ts';

/** One runtime for each program file and variant: what a language does about a dead worker is the same in all of them. */
const killable = new Set(
  new Map(
    plannedRuns
      .filter(({ mayDie }) => !mayDie && canKillAtBirth)
      .toReversed()
      .map((planned) => [`${planned.file} ${planned.variant}`, planned]),
  ).values(),
);

const start =
  ({ program, installation, runtimeArgs, args, metrics }: PlannedRun) =>
  (env: Record<string, string> = {}): Promise<Run> =>
    runFile(program, installation, { runtimeArgs, args }, metrics, env);

/** Lines of Python's own service, which says at its end what a killed process could not clean up. */
const OF_THE_TRACKER = /^.*resource_tracker.*\n|^ {2}warnings\.warn\(.*\n/gm;

/** How many processes each of them made when it was run as it is. */
const made = new Map<PlannedRun, number>();

beforeAll(prepareBirths);
afterAll(removeBirths);

describe('with the arguments of its quickest case', () => {
  // Nothing is timed, so several may run at once.
  it.concurrent.each(plannedRuns)(
    '$title prints every metric, ends well and leaves nothing behind',
    async (planned) => {
      const { run, workers, orphans } = canKillAtBirth
        ? await withBirths(start(planned), 0)
        : { run: await start(planned)(), workers: 0, orphans: [] };
      made.set(planned, workers);
      const { code, problems, absent, stderr, stdout } = run;
      if (planned.mayDie) {
        expect(problems).toEqual([]);
        return expect(stdout).not.toBe('');
      }
      expect({ code, problems, absent, stderr, orphans }).toEqual({
        code: 0,
        problems: [],
        absent: [],
        stderr: '',
        orphans: [],
      });
    },
  );

  it.skip.each(unavailable)('%s', () => {});
});

describe.runIf(canKillAtBirth)('when a process it made is killed', () => {
  it.concurrent.each([...killable])('$title says which and ends with an error', async (planned) => {
    const workers = made.get(planned) ?? (await withBirths(start(planned), 0)).workers;
    if (planned.variant.startsWith('process')) expect(workers).toBeGreaterThan(0);
    for (const killed of new Set(workers === 0 ? [] : [1, workers])) {
      const { run, orphans } = await withBirths(start(planned), killed);
      const stderr = run.stderr.replace(OF_THE_TRACKER, '');
      expect({ ...run, orphans, stderr }, `process ${killed} of ${workers}`).toMatchObject({
        orphans: [],
        signal: null, // of the time limit: it hung
        code: expect.toSatisfy((code) => code !== 0),
        stderr: expect.stringMatching(/^\S.* was killed by (SIGKILL|signal 9)\b.*\n$/),
      });
    }
  });
});
