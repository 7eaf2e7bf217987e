/** Writes files that do not exist yet. */
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError } from '../harness/input-error.ts';

/** Texts by path from the project's root. */
export interface Fresh {
  files: Record<string, string>;
  /** Symbolic links, and where they lead from their folder. */
  links: Record<string, string>;
  /** What to do with them, in one line. */
  next: string;
}

/** @throws InputError where one of them is there already; nothing is then written */
export function writeNew(root: string, { files, links }: Fresh): void {
  const taken = Object.keys({ ...files, ...links }).find((file) => existsSync(join(root, file)));
  if (taken !== undefined) throw new InputError(`${taken}: expected no such file, found one. Choose another name.`);
  for (const file of Object.keys({ ...files, ...links })) mkdirSync(dirname(join(root, file)), { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(root, file), text);
  for (const [file, target] of Object.entries(links)) symlinkSync(target, join(root, file));
}
