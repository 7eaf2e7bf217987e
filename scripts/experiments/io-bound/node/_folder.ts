// A folder of fresh files: just written, so the system still has them in memory, and no disk makes one wait.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Writes the folder; it is removed when the program ends. */
export function freshFolder(files: number): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'files-'));
  process.on('exit', () => rmSync(folder, { recursive: true }));
  const paths = Array.from({ length: files }, (_, number) => join(folder, `${number}.txt`));
  for (const path of paths) writeFileSync(path, 'a line of a file\n'.repeat(10_000));
  return paths;
}
