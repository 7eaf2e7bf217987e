/** C on POSIX: the `cc` on PATH. Programs are compiled once per content, compiler and flags, into `.cache/c/`. */
import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { findOnPath } from './find-on-path.ts';
import { followImports } from './follow-imports.ts';
import type { FoundRuntimes, Installation, RuntimeFamily } from './runtime.ts';

const run = promisify(execFile);
const CACHE = join(import.meta.dirname, '..', '..', '.cache', 'c');
const FLAGS = ['-O2', '-pthread'];
const INCLUDE = /^\s*#\s*include\s+"([^"]+)"/gm;
const REMEDY = 'Install a C compiler: apt install build-essential, dnf install gcc, or xcode-select --install.';

const includes = (program: string): Promise<string[]> =>
  followImports(program, (source, file) =>
    [...source.matchAll(INCLUDE)].map(([, path = '']) => resolve(dirname(file), path)),
  );

/** Compiles `program`, or finds it compiled; returns the executable's path. Throws with the compiler's own message. */
async function compile(cc: string, version: string, program: string, flags: string[], cache: string): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([version, flags]));
  for (const file of [program, ...(await includes(program))]) hash.update(await readFile(file));
  const executable = join(cache, `${basename(program, '.c')}-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(executable)) return executable;
  await mkdir(cache, { recursive: true });
  const partial = `${executable}.${randomUUID()}`; // several may compile it at once, in this process too
  try {
    await run(cc, [...flags, program, '-o', partial], { timeout: 60_000 });
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    throw new Error(`${basename(program)} does not compile: ${(stderr || String(error)).trim().slice(0, 1500)}`);
  }
  await rename(partial, executable);
  return executable;
}

async function firstLine(cc: string): Promise<string> {
  const { stdout } = await run(cc, ['--version'], { timeout: 10_000 });
  return stdout.split('\n')[0] ?? '';
}

async function find(): Promise<FoundRuntimes> {
  const absent = (reason: string): FoundRuntimes => ({
    found: [],
    missing: [{ id: 'c', label: 'C on POSIX', language: 'c', reason, remedy: REMEDY }],
  });
  const cc = findOnPath('cc');
  if (!cc) return absent('no C compiler: "cc" is not on PATH');
  let version: string;
  try {
    version = await firstLine(cc);
  } catch (error) {
    return absent(`"cc --version" failed: ${String(error).slice(0, 300)}`);
  }
  const installation: Installation = {
    info: {
      id: 'c',
      label: 'C on POSIX',
      language: 'c',
      version,
      details: { compiler: version, flags: FLAGS.join(' ') },
    },
    path: cc,
    prepare: (program) => compile(cc, version, program, FLAGS, CACHE),
    command: (executable, { args }) => ({ file: executable, argv: args, env: {} }),
    imports: includes,
  };
  return { found: [installation], missing: [] };
}

const c: RuntimeFamily = { find };
export default c;
