/**
 * `npm run runtimes:cpython -- [--version 3.14] [--suite forky] [--pgo] [--jobs 2]`
 *
 * Puts into `.cache/cpython/` what distributions do not package: a free-threaded CPython and the GIL build of the very same
 * version and flags; and, where that version has no sub-interpreters, a packaged 3.14. Resumable: run it again.
 */
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildFromSource } from './cpython/from-source.ts';
import { unpackPackaged } from './cpython/packaged.ts';
import { openApt, type PrivateApt, systemArchive } from './cpython/private-apt.ts';
import { checkRequirements } from './cpython/requirements.ts';
import { StepError } from './cpython/step.ts';
import { verifyInterpreter } from './cpython/verify.ts';

const CACHE = join(import.meta.dirname, '..', '.cache', 'cpython');
const PACKAGED = `A packaged interpreter is less work where there is one: install python3.14t (Fedora: python3.14-freethreading,
Ubuntu: python3.14-nogil) or run "uv python install 3.14t 3.14", and name it in the environment:
  THREAD_OR_PROCESS_CPYTHON="/path/to/python3.14t:/path/to/python3.14"`;

const say = (line: string): void => console.log(line);

/** The first of `attempts` that succeeds; the reasons of those that did not are said as they occur. */
async function firstOf<T>(attempts: (() => Promise<T>)[], otherwise: string): Promise<T> {
  for (const attempt of attempts) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof StepError)) throw error;
      say(`[no]    ${error.message}`);
    }
  }
  throw new StepError(otherwise);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      version: { type: 'string', multiple: true, default: ['3.14', '3.13'] },
      suite: { type: 'string', multiple: true, default: ['forky', 'sid', 'trixie'] },
      pgo: { type: 'boolean', default: false },
      jobs: { type: 'string', default: '2' },
    },
  });
  const jobs = Number(values.jobs);
  if (!Number.isInteger(jobs) || jobs < 1) throw new StepError(`--jobs: expected 1 or more, found "${values.jobs}".`);
  setPriority(10);
  await checkRequirements();
  const archive = await systemArchive();
  const opened = new Map<string, Promise<PrivateApt>>();
  const open = (suite: string): Promise<PrivateApt> => {
    const apt = opened.get(suite) ?? openApt(CACHE, archive, suite, say);
    opened.set(suite, apt);
    return apt;
  };

  const pairs = values.version.flatMap((version) =>
    values.suite.map((suite) => async () => {
      const folder = await buildFromSource(
        CACHE,
        await open(suite),
        `python${version}`,
        { pgo: values.pgo, jobs },
        say,
      );
      return { folder, version };
    }),
  );
  const { folder, version } = await firstOf(pairs, 'No source package of CPython could be had and built.');
  const built = [join(folder, 'ft', 'bin', `python${version}t`), join(folder, 'gil', 'bin', `python${version}`)];
  if (Number(version.split('.')[1]) < 14) {
    const packaged = values.suite.map((suite) => async () => unpackPackaged(CACHE, await open(suite), '3.14', say));
    built.push(await firstOf(packaged, 'No packaged Python 3.14 could be had.'));
  }
  for (const executable of built) say(`[works] ${executable}: ${await verifyInterpreter(executable)}`);
}

try {
  await main();
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}\n\n${PACKAGED}`);
  process.exitCode = 1;
}
