/** What holds of every program of every experiment. What one of them has to find is in a file of its own. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canKillAtBirth, prepareBirths, removeBirths, withBirths } from './births.ts';
import { type PlannedRun, plannedRuns, unavailable } from './planned-runs.ts';
import { type Run, runFile } from './run-program.ts';

/** Programs that don't yet end as they should when a worker is killed, and why. One that does fails here: take it out. */
const NOT_YET: Readonly<Record<string, string>> = {};

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
  ({ program, installation, runtimeArgs, args, metrics }: PlannedRun, limit?: number) =>
  (env: Record<string, string> = {}): Promise<Run> =>
    runFile(program, installation, { runtimeArgs, args }, metrics, env, limit);

/** Lines of Python's own service, which says at its end what a killed process could not clean up. */
const OF_THE_TRACKER = /^.*resource_tracker.*\n|^ {2}warnings\.warn\(.*\n/gm;

/** ms until an excused program is held to hang as ever: it need not be waited for as long as one that is to end. */
const HANGS_AS_EVER = 3000;

/** How many processes each of them made when it was run as it is. */
const made = new Map<PlannedRun, number>();

beforeAll(prepareBirths);
afterAll(removeBirths);

describe('with the arguments of its quickest case', () => {
  // Nothing is timed, so several may run at once.
  it.concurrent.each(plannedRuns)('$title prints every metric, ends well and leaves nothing behind', async (planned) => {
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
  });

  it.skip.each(unavailable)('%s', () => {});
});

describe.runIf(canKillAtBirth)('when a process it made is killed', () => {
  for (const planned of killable) {
    const why = NOT_YET[planned.file];
    const excuse = why === undefined ? '' : `: not yet, ${why}`;
    (why === undefined ? it.concurrent : it.concurrent.fails)(`${planned.title} says which and ends with an error${excuse}`, async () => {
      const workers = made.get(planned) ?? (await withBirths(start(planned), 0)).workers;
      for (const killed of new Set(workers === 0 ? [] : [1, workers])) {
        const { run, orphans } = await withBirths(
          start(planned, why === undefined ? undefined : HANGS_AS_EVER),
          killed,
        );
        const stderr = run.stderr.replace(OF_THE_TRACKER, '');
        expect({ ...run, orphans, stderr }, `process ${killed} of ${workers}`).toMatchObject({
          orphans: [],
          signal: null, // of the time limit: it hung
          code: expect.toSatisfy((code) => code !== 0),
          stderr: expect.stringMatching(/^\S.* was killed by (SIGKILL|signal 9)\b.*\n$/),
        });
      }
    });
  }

  it('every program excused above is still there', () => {
    const files = new Set([...killable].map(({ file }) => file));
    expect(Object.keys(NOT_YET).filter((file) => !files.has(file))).toEqual([]);
  });
});
