/** Keeps interpreters' answers by path, modification time and size, so that they are not started again each time. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Probe, probe, readProbe } from './cpython-probe.ts';

/** Increase when the probe's questions change. */
const EDITION = '2';

/** A script (a version manager's shim) may start another interpreter next time, so it is asked every time. */
function isScript(path: string): boolean {
  const start = Buffer.alloc(2);
  const file = openSync(path, 'r');
  try {
    readSync(file, start, 0, 2, 0);
  } finally {
    closeSync(file);
  }
  return start.toString() === '#!';
}

/** Identifies the file's content; null where it must be asked again. */
function cacheKey(path: string): string | null {
  if (isScript(path)) return null;
  const { mtimeMs, size } = statSync(path);
  return createHash('sha256').update(`${EDITION}\n${path}\n${mtimeMs}\n${size}`).digest('hex');
}

async function readCache(file: string): Promise<Record<string, Probe>> {
  try {
    const entries = Object.entries(JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>);
    return Object.fromEntries(entries.map(([key, value]) => [key, readProbe(JSON.stringify(value))]));
  } catch {
    return {};
  }
}

/** Asks all of `paths` at once; an Error stands for one that did not answer. Answers are kept in `cacheFile`. */
export async function probeAll(paths: readonly string[], cacheFile: string): Promise<Map<string, Probe | Error>> {
  const before = await readCache(cacheFile);
  const after: Record<string, Probe> = {};
  const ask = async (path: string): Promise<Probe | Error> => {
    try {
      const key = cacheKey(path);
      const answer = (key && before[key]) || (await probe(path));
      if (key) after[key] = answer;
      return answer;
    } catch (error) {
      return error as Error;
    }
  };
  const answers = new Map(await Promise.all(paths.map(async (path) => [path, await ask(path)] as const)));
  if (Object.keys(after).some((key) => !(key in before))) {
    await mkdir(dirname(cacheFile), { recursive: true });
    const partial = `${cacheFile}.${process.pid}`;
    await writeFile(partial, JSON.stringify({ ...before, ...after }));
    await rename(partial, cacheFile);
  }
  return answers;
}
