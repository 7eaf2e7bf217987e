import type { BibliographyEntry } from '../evidence/schemas.ts';

/** Longer than this, a title's beginning no longer fits in brackets. */
const LONGEST = 24;

/** The end of a path, if that is what it is: `queue.py` of a source file, `cpython#16103` of an issue. */
const endOfPath = (beginning: string): string =>
  /\s/.test(beginning) ? beginning : (beginning.split('/').at(-1) ?? beginning);

/** `clone(2)` of "clone(2): create a child process"; author and year where a title has no short beginning. */
export function shortTitle({ title, author, year }: Pick<BibliographyEntry, 'title' | 'author' | 'year'>): string {
  const beginning = title.split(/: | – /)[0] ?? title;
  const short = [beginning, endOfPath(beginning)].find(({ length }) => length <= LONGEST);
  return short ?? `${author.replace(/^Contributors to /, '').split(/,| and /)[0]} ${year}`;
}
