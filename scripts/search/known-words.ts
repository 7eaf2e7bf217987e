/** What the search knows beside its index: what is asked for by name, and how the site spells its words. */
import { loadGlossary, loadQuestions } from '../../src/evidence/load.ts';
import type { KnownNames } from '../../src/search/finder.ts';
import { queryWords, sameSpelling } from '../../src/search/query.ts';
import type { SearchDocument } from './documents.ts';

const headings = /<h[2-4][^>]*>(.*?)<\/h[2-4]>/gs;

export function knownNames(): KnownNames {
  const terms = loadGlossary().map(({ id, term, alsoKnownAs }) => ({ id, term, also: alsoKnownAs }));
  const names = new Set(terms.flatMap(({ term, also }) => [term, ...also].map(sameSpelling)));
  const questions = loadQuestions()
    .filter(({ question }) => names.has(sameSpelling(queryWords(question).join(' '))))
    .map(({ id, question }) => ({ id, question }));
  return { terms, questions };
}

/**
 * The words of titles, headings and terms, for correcting a reader's spelling.
 * @param documents all that was indexed
 */
export function knownWords(documents: readonly SearchDocument[]): string[] {
  const text = documents.flatMap(({ title, body, alsoKnownAs = [] }) => [
    title,
    ...alsoKnownAs,
    ...[...body.matchAll(headings)].map(([, heading = '']) => heading.replace(/<[^>]+>/g, ' ')),
  ]);
  const words =
    text
      .join(' ')
      .toLowerCase()
      .match(/\p{L}{4,}/gu) ?? [];
  return [...new Set(words)].sort();
}
