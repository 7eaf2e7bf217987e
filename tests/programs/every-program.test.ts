/** What holds of every program of every experiment. What one of them has to find is in a file of its own. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Birth, canKillAtBirth, prepareBirths, removeBirths, withBirths } from './births.ts';
import { onePerFile, type PlannedRun, plannedRuns, unavailable } from './planned-runs.ts';
import { type Run, runFile } from './run-program.ts';

/** What a language does about a dead worker is the same in all its runtimes. */
const killable = onePerFile.filter(({ mayDie }) => !mayDie);

const start =
  ({ program, installation, runtimeArgs, args, metrics }: PlannedRun) =>
  (env: Record<string, string> = {}): Promise<Run> =>
    runFile(program, installation, { runtimeArgs, args }, metrics, env);

/** Lines of Python's own service, which says at its end what a killed process could not clean up. */
const OF_THE_TRACKER = /^.*resource_tracker.*\n|^ {2}warnings\.warn\(.*\n/gm;

/** Its own last words. */
const OF_THE_FORK_SERVER = /^Traceback .*\n(?: .*\n)*BlockingIOError.*\n/gm;

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
        ? await withBirths(start(planned))
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

/** What a program shows that has failed: one line, that says who and how. */
const failedWith = (line: RegExp) => ({
  orphans: [],
  signal: null, // of the time limit: it hung
  code: expect.toSatisfy((code) => code !== 0),
  stderr: expect.stringMatching(line),
});

/** What Node.js says instead where it sends a message at that moment: it finds the channel closed before it hears how the worker ended. */
const AS_IT_IS_SENT = 'failed: (write EPIPE|Channel closed)';

describe.runIf(canKillAtBirth)('when a process it made ends too early', () => {
  it.concurrent.each(killable)('$title says which and how, and ends with an error', async (planned) => {
    const workers = made.get(planned) ?? (await withBirths(start(planned))).workers;
    if (planned.variant.startsWith('process')) expect(workers).toBeGreaterThan(0);
    const accidents = [
      { ended: 1, how: String.raw`was killed by (SIGKILL|signal 9)\b.*` },
      { ended: workers, code: 3, how: String.raw`ended with code 3\b.*` },
    ];
    for (const { how, ...accident } of workers === 0 ? [] : accidents) {
      const { run, orphans } = await withBirths(start(planned), accident);
      const stderr = run.stderr.replace(OF_THE_TRACKER, '');
      const line = new RegExp(`^\\S.* (${how}|${AS_IT_IS_SENT})\n$`);
      expect({ ...run, orphans, stderr }, `process ${accident.ended} of ${workers}`).toMatchObject(failedWith(line));
    }
  });
});

describe.runIf(canKillAtBirth)('when the system makes no more workers', () => {
  // how-many-fit is about that very answer.
  const askers = killable.filter(({ file }) => !file.startsWith('how-many-fit/'));

  /** The second, beside one that is there. Where only one is made, that one. */
  async function refuse(planned: PlannedRun, accident: { forksOnly?: true } = {}): Promise<Birth> {
    const second = await withBirths(start(planned), { ...accident, refused: 2 });
    return second.run.code === 0 ? await withBirths(start(planned), { ...accident, refused: 1 }) : second;
  }

  const inC = askers.filter(({ file, variant }) => /\/c\//.test(file) && /^(thread|process)/.test(variant));

  it.concurrent.each(inC)('$title says so and ends with an error', async (planned) => {
    const { run, orphans } = await refuse(planned);
    // A child that had only just been made may still find that its parent's files are gone.
    const how = /^\w+: Resource temporarily unavailable\n(cannot execute .*\n)?$/;
    expect({ ...run, orphans }).toMatchObject(failedWith(how));
  });

  /** These start executables. */
  const forksNothing = ({ file, variant }: PlannedRun) =>
    variant === 'process.spawn' || /^(anatomy\/python\/process|spawn-pause\/python\/process)\.py$/.test(file);
  const inPython = askers.filter((planned) => /\/python\/process\b/.test(planned.file) && !forksNothing(planned));

  // These are printed whole, as programs to copy.
  const isCopied = ({ file }: PlannedRun) => file.startsWith('vanishing-race/');
  const threads = askers.filter(
    (planned) => /\/python\/(thread|interpreter)\b/.test(planned.file) && !isCopied(planned),
  );

  it.concurrent.each(threads)('$title says which and how, and ends with an error', async (planned) => {
    const { run, orphans } = await refuse(planned);
    const how = /^\S+( \(\w+\))? could not be started: .*\n$/;
    expect({ ...run, orphans }).toMatchObject(failedWith(how));
  });

  it.concurrent.each(inPython)('$title says which and how, and ends with an error', async (planned) => {
    const { run, orphans } = await refuse(planned, { forksOnly: true });
    const stderr = run.stderr.replace(OF_THE_TRACKER, '').replace(OF_THE_FORK_SERVER, '');
    const how = /^\S+ could not be started: .*\n$/;
    expect({ ...run, orphans, stderr }).toMatchObject(failedWith(how));
  });
});
