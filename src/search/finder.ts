/**
 * Answers a query: corrects its spelling, looks up its words one by one, and picks the best headings of each result.
 */

import leven from 'leven';
import { escapeText } from '../text/escape-text.ts';
import { type Fragment, loadPagefind } from './pagefind.ts';
import { askedLine, correctWord, queryWords, sameSpelling } from './query.ts';
import { rankTogether } from './ranking.ts';

/** `pagefind/names.json`, written beside the index: what is asked for by name. */
export interface KnownNames {
  /** Glossary terms with their other spellings. */
  terms: { id: string; term: string; also: string[] }[];
  /** Those of the index whose words are a term's name: "What does the GIL do?" would be looked up as the term alone. */
  questions: { id: string; question: string }[];
}

export interface Filters {
  kind: string;
  runtime: string;
}

export interface Hit {
  url: string;
  title: string;
  kind: string;
  /** The claim's verdicts, by runtime. */
  verdicts: string | undefined;
  /** HTML with nothing but `<mark>` in it. */
  excerpt: string;
  headings: { title: string; url: string }[];
}

export interface Findings {
  total: number;
  /** The query with its spelling corrected, if that was needed. */
  corrected: string | undefined;
  /** Words that are nowhere on the site, as typed. */
  unknown: string[];
  /** @param count number of results, from the best down */
  hits(count: number): Promise<Hit[]>;
}

export interface Finder {
  find(query: string, filters: Filters): Promise<Findings>;
  /** Glossary terms whose spelling is nearest to the query, at most four. */
  nearest(query: string): { id: string; term: string }[];
}

const headingsShown = 3;

function bestHeadings(fragments: Fragment[], words: string[], url: string): Hit['headings'] {
  const scores = new Map<string, { title: string; url: string; score: number }>();
  for (const { sub_results } of fragments) {
    for (const { title, url: place } of sub_results) {
      if (place === url || !place.includes('#') || place.endsWith('#_top')) continue;
      const entry = scores.get(place) ?? { title, url: place, score: 0 };
      entry.score += 1;
      scores.set(place, entry);
    }
  }
  for (const entry of scores.values()) {
    const title = entry.title.toLowerCase();
    entry.score += 2 * words.filter((word) => title.includes(word.slice(0, Math.max(4, word.length - 3)))).length;
  }
  return [...scores.values()]
    .sort((a, b) => b.score - a.score)
    .slice(0, headingsShown)
    .map(({ title, url }) => ({ title, url }));
}

/**
 * The sentence that says what it is, if it has one of the words. Otherwise the words' own surroundings: Pagefind's
 * excerpts are of one word's places, and the one that shows most of the words is best.
 */
function bestExcerpt(fragments: Fragment[], words: string[]): string {
  const summary = fragments[0]?.meta.summary ?? '';
  const kind = fragments[0]?.meta.kind ?? '';
  const stems = words.map((word) => word.slice(0, Math.max(3, word.length - 3)));
  const named = stems.some((stem) => summary.toLowerCase().includes(stem));
  if (named || ['claim', 'term', 'error', 'question'].includes(kind)) return escapeText(summary);
  const marks = (html: string) => new Set(html.match(/<mark>.*?<\/mark>/g)).size;
  return fragments.map(({ excerpt }) => excerpt).sort((a, b) => marks(b) - marks(a))[0] ?? '';
}

/**
 * If a part of the index can't be fetched, Pagefind answers as if it were empty. The browser's record of fetches shows
 * it.
 *
 * @param since milliseconds, as `performance.now()` gave them before the search
 * @throws Error naming how many parts are missing
 */
function refuseLostParts(since: number): void {
  const lost = performance
    .getEntriesByType('resource')
    .filter(({ name, startTime }) => startTime >= since && name.endsWith('.pf_index'))
    .filter(
      (entry) => entry instanceof PerformanceResourceTiming && ![200, 304, undefined].includes(entry.responseStatus),
    );
  if (lost.length > 0) throw new Error(`${lost.length} of its parts did not arrive`);
}

/**
 * @param base the site's base, ending in `/`
 * @throws TypeError when the index cannot be fetched; so do `find` and `hits`
 */
export async function openFinder(base: string): Promise<Finder> {
  const fetchBeside = <Value>(name: string): Promise<Value> =>
    fetch(`${base}pagefind/${name}`).then((response) => response.json());
  const [pagefind, known] = await Promise.all([loadPagefind(base), fetchBeside<KnownNames>('names.json')]);
  // Most queries are spelt as the site spells: these are fetched for the first word that is not.
  let spellings: Promise<string[]> | undefined;
  const termNamed = (query: string) => {
    const spelling = sameSpelling(query);
    return known.terms.find(({ term, also }) => [term, ...also].some((name) => sameSpelling(name) === spelling));
  };

  const questionNamed = (query: string) => {
    const spelling = sameSpelling(query);
    return known.questions.find(({ question }) => sameSpelling(question) === spelling);
  };

  async function find(query: string, wanted: Filters): Promise<Findings> {
    const since = performance.now();
    const filters = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== ''));
    const search = async (text: string, also = {}) =>
      (await pagefind.search(text, { filters: { ...filters, ...also } })).results;
    // Pagefind answers an unknown word with words that begin like it. Only an exact search tells whether it is known.
    const isKnown = async (word: string) =>
      !/^\p{L}+$/u.test(word) || (await pagefind.search(`"${word}"`)).results.length > 0;
    const typed = await Promise.all(
      queryWords(askedLine(query)).map(async (word) => ({ word, known: await isKnown(word) })),
    );
    if (typed.some((entry) => !entry.known)) spellings ??= fetchBeside('words.json');
    const spelt = (await spellings) ?? [];
    const read = typed.map(({ word, known: isThere }) => {
      const corrected = isThere ? word : correctWord(word, spelt);
      return { word, corrected, unknown: !isThere && corrected === word };
    });
    const words = read.filter(({ unknown }) => !unknown).map(({ corrected }) => corrected);
    const perWord = await Promise.all(words.map((word) => search(word)));
    const together = words.length > 1 ? await search(words.join(' ')) : [];
    const term = termNamed(words.join(' ')) ?? termNamed(query);
    const question = questionNamed(query);
    // A question in full says more than the term in it.
    const [named] = [
      ...(question ? await search(question.question, { named: question.id }) : []),
      ...(term ? await search(term.term, { named: term.id }) : []),
    ];
    refuseLostParts(since);
    const ranked = rankTogether(named ? [...perWord, [named]] : perWord, named?.id);
    const ways = [together, ...perWord, ...(named ? [[named]] : [])].map(
      (results) => new Map(results.map((result) => [result.id, result])),
    );
    return {
      total: ranked.length,
      corrected: read.some(({ word, corrected }) => word !== corrected) ? words.join(' ') : undefined,
      unknown: read.filter(({ unknown }) => unknown).map(({ word }) => word),
      hits: (count) =>
        Promise.all(
          ranked.slice(0, count).map(async ({ id }): Promise<Hit> => {
            const fragments = await Promise.all(ways.flatMap((way) => way.get(id)?.data() ?? []));
            const [{ url = '', meta = {} } = {}] = fragments;
            return {
              url,
              title: meta.title ?? url,
              kind: meta.kind ?? '',
              verdicts: meta.verdicts,
              excerpt: bestExcerpt(fragments, words),
              headings: bestHeadings(fragments, words, url),
            };
          }),
        ),
    };
  }

  return {
    find,
    nearest(query) {
      const spelling = sameSpelling(queryWords(askedLine(query)).join(' '));
      return known.terms
        .map(({ id, term, also }) => ({
          id,
          term,
          edits: Math.min(...[term, ...also].map((name) => leven(spelling, sameSpelling(name)))),
        }))
        .sort((a, b) => a.edits - b.edits)
        .slice(0, 4);
    },
  };
}
