/**
 * A newer suite's packaged CPython (a GIL build), unpacked beside the system and run with its own C library.
 *
 * The executable's interpreter and library path are rewritten instead of wrapping it in a script: then `sys.executable` is the program
 * itself, and what it starts (`spawn`, `forkserver`, `subprocess`) starts the same way.
 */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { PrivateApt } from './private-apt.ts';
import { doStep, type Run, StepError } from './step.ts';

/** Folders of shared libraries in an unpacked root, e.g. `usr/lib/x86_64-linux-gnu`. */
async function libraryFolders(root: string): Promise<string[]> {
  const lib = join(root, 'usr', 'lib');
  const triplets = (await readdir(lib)).filter((name) => /^[a-z0-9_]+-linux-gnu\w*$/.test(name));
  return triplets.map((name) => join(lib, name));
}

async function loader(folders: readonly string[]): Promise<string> {
  for (const folder of folders) {
    const name = (await readdir(folder)).find((file) => /^ld-linux.*\.so\.\d+$/.test(file));
    if (name) return join(folder, name);
  }
  throw new StepError(`Expected the C library's loader (ld-linux*.so.*) in ${folders.join(' or ')}; found none.`);
}

/** Unpacks and prepares it in `<cache>/packaged-<minor>/`. Returns the executable's path. */
export async function unpackPackaged(
  cache: string,
  apt: PrivateApt,
  minor: string,
  say: (line: string) => void,
): Promise<string> {
  const folder = join(cache, `packaged-${minor}`);
  const root = join(folder, 'root');
  const executable = join(root, 'usr', 'bin', `python${minor}`);
  const remedy = `Remove ${folder} and run this again.`;
  const unpack = async (run: Run): Promise<void> => {
    const files = await apt.packages(run, [`python${minor}-minimal`, `libpython${minor}-stdlib`, 'patchelf']);
    await rm(root, { recursive: true, force: true });
    await mkdir(root, { recursive: true });
    for (const file of files) await run('dpkg-deb', ['--extract', file, root]);
  };
  const point = async (run: Run): Promise<void> => {
    const folders = await libraryFolders(root);
    const interpreter = await loader(folders);
    const patch = (...argv: string[]): Promise<string> =>
      run(interpreter, [
        '--library-path',
        folders.join(':'),
        join(root, 'usr', 'bin', 'patchelf'),
        ...argv,
        executable,
      ]);
    const fromExecutable = folders.map((path) => `$ORIGIN/../lib/${basename(path)}`).join(':');
    // Old-style RPATH on purpose: unlike RUNPATH it also holds for the libraries that extension modules load.
    // First the path, then the loader: in one go, or the other way round, patchelf 0.18 leaves an executable that crashes.
    await patch('--force-rpath', '--set-rpath', fromExecutable);
    await patch('--set-interpreter', interpreter);
    await run(executable, ['-c', 'import ctypes, ssl, zlib']);
  };
  const compile = async (run: Run): Promise<void> => {
    await run(executable, ['-m', 'compileall', '-q', join(root, 'usr', 'lib', `python${minor}`)]);
  };
  const shared = { inputs: [minor, apt.suite, root], remedy };
  const steps = [
    { ...shared, name: 'unpack', title: `packages of Python ${minor} from ${apt.suite}`, work: unpack },
    { ...shared, name: 'point', title: `point ${basename(executable)} at its own C library`, work: point },
    { ...shared, name: 'compile', title: 'compile its library to .pyc', work: compile },
  ];
  for (const step of steps) await doStep(folder, step, say);
  return executable;
}
