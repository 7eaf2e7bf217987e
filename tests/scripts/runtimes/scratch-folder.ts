/** A folder of its own for each test of a file, in which the test writes programs. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

/** @param prefix begins the folder's name, so that one left behind is recognised */
export function scratchFolder(prefix: string) {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), prefix));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return {
    path: () => folder,
    /** @returns the file's path */
    write(name: string, text: string): string {
      const file = join(folder, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      return file;
    },
    /** Paths from the folder. */
    names: (files: readonly string[]) => files.map((file) => relative(folder, file)),
  };
}
