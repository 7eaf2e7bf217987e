/** The first version of a page. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../harness/input-error.ts';
import type { Fresh } from './write-new.ts';

const PAGES = 'content/docs';

/** The folders a page can lie in, and the job of the pages there. */
const KIND_OF: Readonly<Record<string, string>> = {
  start: 'tutorial',
  concepts: 'concept',
  choose: 'guide',
  reference: 'reference',
  method: 'method',
};

/** `how-many-fit` → `How many fit`. */
export function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** @throws InputError for a name that can't be a file's and an address at once */
export function checkName(name: string): void {
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) return;
  throw new InputError(`Expected a name of small letters, digits and single dashes, found "${name}".`);
}

/** The place in the sidebar after the last page of a folder. */
export function lastPlace(root: string, folder: string): number {
  const pages = globSync(`${PAGES}/${folder}/*.mdx`, { cwd: root });
  const places = pages.map((file) =>
    Number(/^ {2}order: (\d+)$/m.exec(readFileSync(join(root, file), 'utf8'))?.[1] ?? 0),
  );
  return Math.max(0, ...places) + 1;
}

/** @param path folder and name, `choose/queues` */
export async function newPage(root: string, path: string): Promise<Fresh> {
  const slash = path.lastIndexOf('/');
  const folder = path.slice(0, Math.max(0, slash));
  const name = path.slice(slash + 1).replace(/\.mdx$/, '');
  const kind = Object.hasOwn(KIND_OF, folder) ? KIND_OF[folder] : undefined;
  if (kind === undefined) {
    const hint = folder === 'claims' ? ' The page of an experiment comes with it: npm run new -- experiment <id>.' : '';
    throw new InputError(`Expected <folder>/<name> in ${Object.keys(KIND_OF).join(', ')}, found "${path}".${hint}`);
  }
  checkName(name);
  const file = `${PAGES}/${folder}/${name}.mdx`;
  const text = `---
title: ${titleOf(name)}
description: What a reader finds here, in one sentence that a search result can show.
kind: ${kind}
keywords: []
sidebar:
  order: ${lastPlace(root, folder)}
---

The answer in two or three plain sentences.

## Why

A reason, and a figure that a build has measured:
<Figure experiment="start-up" case="parent-0" metric="ready" variant="thread" />.
`;
  return { files: { [file]: text }, links: {}, next: 'npm run build -- --no-measure, then npm run preview.' };
}
