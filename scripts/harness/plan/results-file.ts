/** The results file of this machine: read with care, written whole or not at all. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { parseResults } from '../../../src/measurement/parse.ts';
import { type Cell, type Machine, RESULTS_SCHEMA, type Results } from '../../../src/measurement/results.ts';
import { InputError } from '../input-error.ts';

export function emptyResults(machine: Results['machine']): Results {
  return {
    schema: RESULTS_SCHEMA,
    machine,
    runtimes: [],
    experiments: {},
    sessions: [],
    cells: [],
    unavailable: [],
  };
}

/**
 * @returns null where there is no file yet
 * @throws InputError when there is one that can't be read; it is left as it is
 */
export function readResultsFile(path: string): Results | null {
  if (!existsSync(path)) return null;
  try {
    return parseResults(readFileSync(path, 'utf8'), path);
  } catch (error) {
    throw new InputError(
      `${error instanceof Error ? error.message : error}\nNothing was measured; the file is as it was.`,
    );
  }
}

/** The message about a file that another machine wrote. */
export const otherMachine = (path: string, own: Machine, found: Machine): InputError =>
  new InputError(
    `${path}: expected the machine ${own.id} (${own.label}), found ${found.id} (${found.label}). ` +
      'Results of two machines do not go into one file: move it away and measure again.',
  );

/** Writes beside the file, makes sure it is on the disk, then renames: a reader sees the old text or the new. */
export function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const partial = `${path}.partial`;
  const file = openSync(partial, 'w');
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(partial, path);
}

/** One line per cell, so that a committed file shows what changed. A finished cell's text is made once. */
export function serialiser(): (results: Results, changing: Cell | null) => string {
  const texts = new WeakMap<Cell, string>();
  return (results, changing) => {
    const cells = results.cells.map((cell) => {
      const known = cell === changing ? undefined : texts.get(cell);
      const text = known ?? JSON.stringify(cell);
      if (cell !== changing) texts.set(cell, text);
      return text;
    });
    const { cells: _, ...rest } = results;
    return `${JSON.stringify(rest).slice(0, -1)},"cells":[\n${cells.join(',\n')}\n]}\n`;
  };
}

/** Saves what changes without measuring: the experiments' words, what is unavailable, what is stale. */
export function saveIfChanged(path: string, results: Results): void {
  const text = serialiser()(results, null);
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeWhole(path, text);
}

export interface Saver {
  /** At most once a second, and less often where saving is slow: the harness must not become a load itself. */
  soon(changing: Cell | null): void;
  now(changing: Cell | null): void;
}

export function createSaver(path: string, results: Results, now: () => number): Saver {
  const serialise = serialiser();
  let next = 0;
  const save = (changing: Cell | null) => {
    const start = now();
    writeWhole(path, serialise(results, changing));
    const end = now();
    next = end + Math.max(1000, 50 * (end - start));
  };
  return { now: save, soon: (changing) => now() >= next && save(changing) };
}
