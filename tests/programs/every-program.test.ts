/** What holds of every program of every experiment. What one of them has to find is in a file of its own. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Birth, canKillAtBirth, prepareBirths, removeBirths, withBirths } from './births.ts';
import { failedWith, killable, startOf } from './failed-with.ts';
import { type PlannedRun, plannedRuns, unavailable } from './planned-runs.ts';

/** Its own last words. */
const OF_THE_FORK_SERVER = /^Traceback .*\n(?: .*\n)*BlockingIOError.*\n/gm;

/** The results of its work that it printed. An experiment whose variants do different kinds of work declares several. */
const resultsIn = ({ metrics }: PlannedRun, values: Record<string, number>): string[] =>
  Object.keys(values).filter((name) => metrics[name]?.result === true);

/** How many processes each of them made when it was run as it is. */
const made = new Map<PlannedRun, number>();

beforeAll(prepareBirths);
afterAll(removeBirths);

describe('with the arguments of its quickest case', () => {
  // Nothing is timed, so several may run at once.
  it.concurrent.each(plannedRuns)(
    '$title prints every metric and its result, ends well and leaves nothing behind',
    async (planned) => {
      const { run, workers, orphans } = canKillAtBirth
        ? await withBirths(startOf(planned))
        : { run: await startOf(planned)(), workers: 0, orphans: [] };
      made.set(planned, workers);
      const { code, problems, absent, stderr, stdout, values } = run;
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
      expect(resultsIn(planned, values)).not.toEqual([]);
    },
  );

  it.skip.each(unavailable)('%s', () => {});
});

/** Workers of one program that end too early, each in a run of its own. */
const MOST_ENDED = 8;

/**
 * All of them. Of more than that, which one loop makes, or ten rounds of two: the first two (a server comes first), the two in the
 * middle and the last two, between which each of a pair is met first and second, and early and late in the program.
 */
function endedInTurn(workers: number): number[] {
  const all = Array.from({ length: workers }, (_, index) => index + 1);
  const middle = Math.floor(workers / 2);
  return workers <= MOST_ENDED ? all : [1, 2, middle, middle + 1, workers - 1, workers];
}

/** As many programs as there are runs of one of them, each of which may wait for the cores. */
const LIMIT = 600_000;

describe.runIf(canKillAtBirth)('when a process it made ends too early', () => {
  it.concurrent.each(killable)(
    '$title says which and how, and ends with an error, whichever it is',
    async (planned) => {
      const workers = made.get(planned) ?? (await withBirths(startOf(planned))).workers;
      if (planned.variant.startsWith('process')) expect(workers).toBeGreaterThan(0);
      const killed = endedInTurn(workers).map((ended) => ({
        ended,
        how: String.raw`was killed by (SIGKILL|signal 9)\b.*`,
      }));
      const last = { ended: workers, code: 3, how: String.raw`ended with code 3\b.*` };
      for (const { how, ...accident } of workers === 0 ? [] : [...killed, last]) {
        const { run, orphans } = await withBirths(startOf(planned), accident);
        const line = new RegExp(`^\\S.* ${how}\n$`);
        expect({ ...run, orphans }, `process ${accident.ended} of ${workers}`).toMatchObject(failedWith(line));
      }
    },
    LIMIT,
  );
});

describe.runIf(canKillAtBirth)('when the system makes no more workers', () => {
  // how-many-fit is about that very answer.
  const askers = killable.filter(({ file }) => !file.startsWith('how-many-fit/'));

  /** The second, beside one that is there. Where only one is made, that one. */
  async function refuse(planned: PlannedRun, accident: { forksOnly?: true } = {}): Promise<Birth> {
    const second = await withBirths(startOf(planned), { ...accident, refused: 2 });
    return second.run.code === 0 ? await withBirths(startOf(planned), { ...accident, refused: 1 }) : second;
  }

  const inC = askers.filter(({ file, variant }) => /\/c\//.test(file) && /^(thread|process)/.test(variant));

  it.concurrent.each(inC)('$title says so and ends with an error', async (planned) => {
    const { run, orphans } = await refuse(planned);
    // A child that had only just been made may still find that its parent's files are gone.
    const how = /^\w+: Resource temporarily unavailable\n(cannot execute .*\n)?$/;
    expect({ ...run, orphans }).toMatchObject(failedWith(how));
  });

  /** These start executables, with subprocess. */
  const executes = ({ file }: PlannedRun) => /^(anatomy|spawn-pause)\/python\/process\.py$/.test(file);
  const forksNothing = (planned: PlannedRun) => planned.variant === 'process.spawn' || executes(planned);
  const inPython = askers.filter((planned) => /\/python\/process\b/.test(planned.file) && !forksNothing(planned));

  const threads = askers.filter((planned) => /\/python\/(thread|interpreter)\b/.test(planned.file));

  it.concurrent.each(threads)('$title says which and how, and ends with an error', async (planned) => {
    const { run, orphans } = await refuse(planned);
    const how = /^\S+( \(\w+\))? could not be started: .*\n$/;
    expect({ ...run, orphans }).toMatchObject(failedWith(how));
  });

  it.concurrent.each(askers.filter(executes))('$title says which and how, and ends with an error', async (planned) => {
    const { run, orphans } = await refuse(planned);
    const how = /^(the (reader|writer)|process-1) could not be started: .*\n$/;
    expect({ ...run, orphans }).toMatchObject(failedWith(how));
  });

  it.concurrent.each(inPython)('$title says which and how, and ends with an error', async (planned) => {
    const { run, orphans } = await refuse(planned, { forksOnly: true });
    const stderr = run.stderr.replace(OF_THE_FORK_SERVER, '');
    const how = /^\S+ could not be started: .*\n$/;
    expect({ ...run, orphans, stderr }).toMatchObject(failedWith(how));
  });
});
