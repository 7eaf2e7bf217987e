/** Asks every runtime family what is installed. A family is any file of this folder that default-exports one. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FoundRuntimes, RuntimeFamily } from './runtime.ts';

const RUNTIMES = import.meta.dirname;

const isFamily = (value: unknown): value is RuntimeFamily =>
  typeof value === 'object' && value !== null && 'find' in value && typeof value.find === 'function';

/** All runtimes, family by family in the order of the file names. */
export async function findRuntimes(folder: string = RUNTIMES): Promise<FoundRuntimes> {
  const all: FoundRuntimes = { found: [], missing: [] };
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .sort()) {
    const module = (await import(pathToFileURL(join(folder, file)).href)) as { default?: unknown };
    if (!isFamily(module.default)) continue;
    const { found, missing } = await module.default.find();
    all.found.push(...found);
    all.missing.push(...missing);
  }
  return all;
}
