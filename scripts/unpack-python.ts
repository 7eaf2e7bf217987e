/** `npm run unpack-python`: the CPython of a newer Debian suite beside the system, with its own C library. */
import { join } from 'node:path';
import { words } from './command/command-options.ts';
import { CommandFailure, defineCommand } from './command/define-command.ts';
import { downloadPackages, UnpackError } from './unpack/private-apt.ts';
import { unpackPrivatePython } from './unpack/private-python.ts';

const CACHE = join(import.meta.dirname, '..', '.cache', 'runtimes');

export default defineCommand({
  name: 'npm run unpack-python',
  summary:
    'Unpacks a CPython of a newer Debian suite into .cache/runtimes/, where measuring finds it; the system stays as it is.',
  operands: { usage: 'python3.14 …', least: 1, most: 8, expected: 'names of Debian packages, e.g. python3.14' },
  options: { suite: { value: '<name>', help: 'of Debian (forky)', read: words, default: 'forky' } },
  notes: `No suite packages a free-threaded CPython. Install one (python3.14t in other distributions, or "uv python install 3.14t 3.14"),
or configure CPython's source with --disable-gil, and name it: THREAD_OR_PROCESS_CPYTHON="/path/to/python3.14t:/path/to/python3.14"`,
  async run({ suite }, names) {
    try {
      for (const name of names) {
        const folder = join(CACHE, name);
        console.log(`Downloading ${name} of ${suite} and what it depends on`);
        const files = await downloadPackages(join(folder, 'apt'), suite, [name, 'patchelf']);
        const { executable, version } = await unpackPrivatePython(join(folder, 'root'), name, files);
        console.log(`${executable} works: ${version}`);
      }
    } catch (error) {
      if (!(error instanceof UnpackError)) throw error;
      throw new CommandFailure(error.message);
    }
  },
});
