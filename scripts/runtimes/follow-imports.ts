/** Which files of the project a program imports, followed from file to file, for the key of its results. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

/**
 * @param program absolute path of the file to start from
 * @param mentioned absolute paths that a source text may refer to; those that do not exist are ignored
 * @returns absolute paths, sorted, without `program`
 */
export async function followImports(
  program: string,
  mentioned: (source: string, file: string) => string[],
): Promise<string[]> {
  const seen = new Set([program]);
  const queue = [program];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    for (const next of mentioned(await readFile(file, 'utf8'), file)) {
      if (seen.has(next) || !existsSync(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  seen.delete(program);
  return [...seen].sort();
}
