import type { BibliographyEntry } from '../evidence/schemas.ts';

/** Longer than this, a title's beginning no longer fits in brackets. */
const LONGEST = 24;

/** `clone(2)` of "clone(2): create a child process"; author and year where a title has no short beginning. */
export function shortTitle({ title, author, year }: Pick<BibliographyEntry, 'title' | 'author' | 'year'>): string {
  const beginning = title.split(/: | – /)[0] ?? title;
  return beginning.length <= LONGEST ? beginning : `${author.split(/,| and /)[0]} ${year}`;
}
