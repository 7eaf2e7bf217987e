/**
 * A packaged CPython, unpacked beside the system and run with its own C library.
 *
 * The executable's interpreter and library path are rewritten instead of wrapping it in a script: then `sys.executable` is the
 * program itself, and what it starts starts the same way.
 */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { run, UnpackError } from './private-apt.ts';

/** Folders of shared libraries in an unpacked root, e.g. `usr/lib/x86_64-linux-gnu`. */
async function libraryFolders(root: string): Promise<string[]> {
  const lib = join(root, 'usr', 'lib');
  const triplets = (await readdir(lib)).filter((name) => /^[a-z0-9_]+-linux-gnu\w*$/.test(name));
  return triplets.map((name) => join(lib, name));
}

async function loaderIn(folders: readonly string[]): Promise<string> {
  for (const folder of folders) {
    const name = (await readdir(folder)).find((file) => /^ld-linux.*\.so\.\d+$/.test(file));
    if (name) return join(folder, name);
  }
  throw new UnpackError(`Expected the C library's loader (ld-linux*.so.*) in ${folders.join(' or ')}; found none.`);
}

/**
 * @param root made anew
 * @param name of the package and its executable, e.g. `python3.14`
 * @param files the `.deb` files of the package and of all it depends on, and of patchelf
 * @returns the executable's path and what it says of its version
 * @throws UnpackError
 */
export async function unpackPrivatePython(
  root: string,
  name: string,
  files: readonly string[],
): Promise<{ executable: string; version: string }> {
  await rm(root, { recursive: true, force: true });
  await mkdir(root, { recursive: true });
  for (const file of files) await run('dpkg-deb', ['--extract', file, root]);
  const executable = join(root, 'usr', 'bin', name);
  const folders = await libraryFolders(root);
  const loader = await loaderIn(folders);
  const patchelf = join(root, 'usr', 'bin', 'patchelf');
  const patch = (...argv: string[]) =>
    run(loader, ['--library-path', folders.join(':'), patchelf, ...argv, executable]);
  const fromExecutable = folders.map((path) => `$ORIGIN/../lib/${basename(path)}`).join(':');
  // Old-style RPATH on purpose: unlike RUNPATH it also holds for the libraries that extension modules load.
  // First the path, then the loader: in one go, or the other way round, patchelf 0.18 leaves an executable that crashes.
  await patch('--force-rpath', '--set-rpath', fromExecutable);
  await patch('--set-interpreter', loader);
  const version = (await run(executable, ['--version'])).trim();
  await compileLibrary(executable);
  return { executable, version };
}

/** To .pyc, so that no measured run pays for it; and the C extension modules that programs import are there. */
async function compileLibrary(executable: string): Promise<void> {
  const library = await run(executable, [
    '-c',
    'import ctypes, ssl, sysconfig, zlib; print(sysconfig.get_path("stdlib"))',
  ]);
  await run(executable, ['-m', 'compileall', '-q', library.trim()]);
}
