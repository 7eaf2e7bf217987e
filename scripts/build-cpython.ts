/**
 * `npm run build-cpython`
 *
 * Puts into `.cache/cpython/` what distributions do not package: a free-threaded CPython and the GIL build of the very same
 * version and flags; and, where that version has no sub-interpreters, a packaged 3.14. Resumable: run it again.
 */
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { CommandFailure, defineCommand } from './command/define-command.ts';
import { wholeNumber, words } from './command/options.ts';
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

interface Wanted {
  version: readonly string[];
  suite: readonly string[];
  pgo: boolean;
  jobs: number;
}

async function provide({ version: versions, suite: suites, pgo, jobs }: Wanted): Promise<void> {
  setPriority(10);
  await checkRequirements();
  const archive = await systemArchive();
  const opened = new Map<string, Promise<PrivateApt>>();
  const open = (suite: string): Promise<PrivateApt> => {
    const apt = opened.get(suite) ?? openApt(CACHE, archive, suite, say);
    opened.set(suite, apt);
    return apt;
  };

  const pairs = versions.flatMap((version) =>
    suites.map((suite) => async () => {
      const folder = await buildFromSource(CACHE, await open(suite), `python${version}`, { pgo, jobs }, say);
      return { folder, version };
    }),
  );
  const { folder, version } = await firstOf(pairs, 'No source package of CPython could be had and built.');
  const built = [join(folder, 'ft', 'bin', `python${version}t`), join(folder, 'gil', 'bin', `python${version}`)];
  if (Number(version.split('.')[1]) < 14) {
    const packaged = suites.map((suite) => async () => unpackPackaged(CACHE, await open(suite), '3.14', say));
    built.push(await firstOf(packaged, 'No packaged Python 3.14 could be had.'));
  }
  for (const executable of built) say(`[works] ${executable}: ${await verifyInterpreter(executable)}`);
}

export default defineCommand({
  name: 'npm run build-cpython',
  summary: 'Builds a free-threaded CPython and its GIL twin from the distribution’s source packages.',
  options: {
    version: {
      value: '<x.y>',
      help: 'repeatable, in order of preference (3.14, 3.13)',
      read: words,
      repeatable: true,
      default: ['3.14', '3.13'],
    },
    suite: {
      value: '<name>',
      help: 'of Debian, repeatable (forky, sid, trixie)',
      read: words,
      repeatable: true,
      default: ['forky', 'sid', 'trixie'],
    },
    pgo: { help: 'optimise by profile: faster programs, a much longer build' },
    jobs: { value: '<n>', help: 'compilers at once (2)', read: wholeNumber(1, 256), default: 2 },
  },
  notes: PACKAGED,
  async run(wanted) {
    try {
      await provide(wanted);
    } catch (error) {
      if (!(error instanceof StepError)) throw error;
      throw new CommandFailure(`${error.message}\n\n${PACKAGED}`);
    }
  },
});
