/** The only module under `src/` that reads files: texts, folders, hashes, and YAML as a validated value or one clear error. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { MalformedFile } from '../measurement/malformed.ts';
import { parseYaml } from '../measurement/parse-yaml.ts';

/** The project's root: scripts and the site are always run from there. `import.meta` is no help, as a build bundles this module elsewhere. */
export const root = process.cwd();

/**
 * A file's bytes; undefined where there is no such file.
 * @throws MalformedFile for a folder, a device or a pipe
 */
function readBytes(file: string): Buffer | undefined {
  const path = join(root, file);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return undefined;
  if (found.isFile()) return readFileSync(path);
  const kind = found.isDirectory() ? 'a folder' : 'a device, pipe or socket';
  throw new MalformedFile(`${file}: expected a file, found ${kind}. Move it away and try again.`);
}

/** A file's text; undefined where there is no such file. @param file path from the root */
export function readText(file: string): string | undefined {
  return readBytes(file)?.toString('utf8');
}

/**
 * Paths from the root in alphabetical order; none where the folder is missing.
 * @param folder path from the root
 * @param pattern a glob inside the folder
 */
export function filesIn(folder: string, pattern: string): string[] {
  return globSync(pattern, { cwd: join(root, folder) })
    .sort()
    .map((file) => join(folder, file));
}

const hashes = new Map<string, string | undefined>();

/** SHA-256 of a file in hexadecimal, computed once; undefined where there is no such file. @param file path from the root */
export function sha256Of(file: string): string | undefined {
  if (!hashes.has(file)) {
    const bytes = readBytes(file);
    hashes.set(file, bytes && createHash('sha256').update(bytes).digest('hex'));
  }
  return hashes.get(file);
}

/**
 * @param file path from the root, of a schema in `schemas.ts`
 * @throws MalformedFile naming file, line, what was expected and what was found
 */
export function readYaml<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> {
  const text = readFileSync(join(root, file), 'utf8');
  return parseYaml({ text, where: file, schema, described: 'src/evidence/schemas.ts' });
}
