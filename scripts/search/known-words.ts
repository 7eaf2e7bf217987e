/** What is asked for by name, and the words of titles, headings and terms, for correcting a reader's spelling. */
import { loadGlossary, loadQuestions } from '../../src/evidence/load.ts';
import type { KnownWords } from '../../src/search/finder.ts';
import { queryWords, sameSpelling } from '../../src/search/query.ts';
import type { SearchDocument } from './documents.ts';

const headings = /<h[2-4][^>]*>(.*?)<\/h[2-4]>/gs;

/** @param documents all that was indexed */
export function knownWords(documents: readonly SearchDocument[]): KnownWords {
  const terms = loadGlossary().map(({ id, term, alsoKnownAs }) => ({ id, term, also: alsoKnownAs }));
  const names = new Set(terms.flatMap(({ term, also }) => [term, ...also].map(sameSpelling)));
  const questions = loadQuestions()
    .filter(({ question }) => names.has(sameSpelling(queryWords(question).join(' '))))
    .map(({ id, question }) => ({ id, question }));
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
  return { terms, questions, words: [...new Set(words)].sort() };
}
