/** Node.js: the very one that runs this, which the lockfile pins. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { followImports } from './follow-imports.ts';
import { plainJavaScript, plainName } from './plain-javascript.ts';
import type { Installation, RuntimeFamily } from './runtime.ts';

/** A quoted path that starts with a dot: an import, `new Worker(new URL('./_child.ts', …))`, `fork('./_child.ts')`. */
const RELATIVE = /['"`](\.{1,2}\/[^'"`\n]+)['"`]/g;

/** Inside the project, so that a program finds the project's packages from there. */
const CACHE = join(import.meta.dirname, '..', '..', '.cache', 'node');

const importsOf = (program: string): Promise<string[]> =>
  followImports(program, (source, file) =>
    [...source.matchAll(RELATIVE)].map(([, path = '']) => resolve(dirname(file), path)),
  );

/** The deepest folder that holds all of these files. */
function commonFolder(files: readonly string[]): string {
  let folder = dirname(files[0] ?? '/');
  while (files.some((file) => relative(folder, file).startsWith('..'))) folder = dirname(folder);
  return folder;
}

/**
 * Writes the program and what it imports as plain JavaScript, once per content: a worker that is given TypeScript loads
 * Node's stripper, which goes on compiling itself on another core while the program is being timed.
 * @returns the path of the plain program
 */
async function stripAhead(program: string): Promise<string> {
  const files = [program, ...(await importsOf(program))];
  const folder = commonFolder(files);
  const sources = await Promise.all(
    files.map(async (file) => ({ name: relative(folder, file), bytes: await readFile(file) })),
  );
  const hash = createHash('sha256');
  for (const { name, bytes } of sources) hash.update(`${name}\n`).update(bytes);
  const place = join(CACHE, hash.digest('hex').slice(0, 16));
  const plain = join(place, plainName(relative(folder, program)));
  if (existsSync(plain)) return plain;
  await mkdir(CACHE, { recursive: true });
  const partial = await mkdtemp(`${place}-`);
  for (const { name, bytes } of sources) {
    const target = join(partial, plainName(name));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, name.endsWith('.ts') ? plainJavaScript(bytes.toString()) : bytes);
  }
  try {
    await rename(partial, place);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    if (!existsSync(plain)) throw error; // Else another run was quicker.
  }
  return plain;
}

const installation: Installation = {
  info: {
    id: 'node',
    label: `Node.js ${process.versions.node}`,
    language: 'node',
    version: process.versions.node,
    details: { V8: process.versions.v8, libuv: process.versions.uv, arch: process.arch, modules: 'ESM' },
  },
  path: process.execPath,
  command: (program, { runtimeArgs, args }) => ({
    file: process.execPath,
    argv: [...runtimeArgs, program, ...args],
    env: {},
  }),
  prepare: stripAhead,
  imports: importsOf,
};

const node: RuntimeFamily = {
  find: async () => ({ found: [installation], missing: [] }),
};
export default node;
