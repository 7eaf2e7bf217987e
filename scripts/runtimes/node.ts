/** Node.js: `node` is the one of the lockfile, which runs this; other release lines are `node-20`, `node-24`, … */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { followImports } from './follow-imports.ts';
import { findNodeLines, lineOf } from './node-lines.ts';
import { plainJavaScript } from './plain-javascript.ts';
import { plainName } from './plain-names.ts';
import type { Installation, RuntimeFamily } from './runtime.ts';

/** A quoted path that starts with a dot: an import, `new Worker(new URL('./_child.ts', …))`, `fork('./_child.ts')`. */
const RELATIVE = /['"`](\.{1,2}\/[^'"`\n]+)['"`]/g;

/** Inside the project, so that a program finds the project's packages from there. */
const CACHE = join(import.meta.dirname, '..', '..', '.cache', 'node');

/** Of the runtimes that were installed for this project alone. */
const RUNTIMES = join(import.meta.dirname, '..', '..', '.cache', 'runtimes');

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
    if (!existsSync(plain)) throw error; // Otherwise another run has written it already.
  }
  return plain;
}

function installation(id: string, path: string, versions: Readonly<Record<string, string | undefined>>): Installation {
  const { node: version = '', v8 = '', uv = '', arch = '' } = versions;
  return {
    info: {
      id,
      label: `Node.js ${version}`,
      language: 'node',
      version,
      details: { V8: v8, libuv: uv, arch, modules: 'ESM' },
    },
    path,
    command: (program, { runtimeArgs, args }) => ({ file: path, argv: [...runtimeArgs, program, ...args], env: {} }),
    prepare: stripAhead,
    imports: importsOf,
  };
}

/** The one that runs this. */
export const ownNode = installation('node', process.execPath, { ...process.versions, arch: process.arch });

const node: RuntimeFamily = {
  async find() {
    const own = Number(process.versions.node.split('.')[0]);
    const lines = await findNodeLines(process.env, RUNTIMES, own);
    const others = lines.map((line) => installation(`node-${lineOf(line)}`, line.path, line.versions));
    return { found: [ownNode, ...others], missing: [] };
  },
};
export default node;
