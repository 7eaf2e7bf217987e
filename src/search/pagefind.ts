/** The part of Pagefind's browser API that is used here, and its settings. */
import type { Found } from './ranking.ts';

interface SubResult {
  title: string;
  url: string;
  excerpt: string;
}

export interface Fragment {
  url: string;
  /** HTML: the words found are in `<mark>`, the rest is escaped. */
  excerpt: string;
  meta: Record<string, string>;
  sub_results: SubResult[];
}

export interface Result extends Found {
  data(): Promise<Fragment>;
}

export interface Pagefind {
  search(words: string, options?: { filters?: Record<string, string> }): Promise<{ results: Result[] }>;
}

interface PagefindModule {
  createInstance(options: object): Pagefind;
}

/**
 * Tuned on tests/search/judged.yaml. No worker: a search here takes milliseconds, and the worker is a second copy of
 * the same code to fetch.
 */
const settings = {
  noWorker: true,
  // Addresses as they were indexed, from the site's root: the base is added where they are shown.
  baseUrl: '/',
  excerptLength: 24,
  ranking: {
    termFrequency: 0.7,
    pageLength: 0.5,
    termSimilarity: 6,
    termSaturation: 1.4,
    metaWeights: { title: 4, summary: 0, verdicts: 0, kind: 0 },
  },
};

/** @param base the site's base, ending in `/` */
export async function loadPagefind(base: string): Promise<Pagefind> {
  const module: PagefindModule = await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`);
  return module.createInstance(settings);
}
