/** Writes the search index of a built site, through Pagefind's Node API. */
import { copyFileSync, globSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import { dataDocuments } from './data-documents.ts';
import { mergeByAddress, type SearchDocument, toHtml } from './documents.ts';
import { knownNames, knownWords } from './known-words.ts';

/**
 * Kept inside words, so that `x += 1`, `worker_threads` and `__main__` are searched as typed. Not the full stop, which
 * would stay with the last word of each sentence: Pagefind finds `child_process.fork` whole and by its parts without.
 */
const includeCharacters = '_+=';

/** Pagefind's own panels, for which the site has its own: a quarter of what reading offline would fetch. */
const PANELS = 'pagefind-{*ui,highlight}.{js,css}';

/**
 * @param folder the built site; the index is written into its `pagefind/`
 * @param pages what is searched of its pages
 * @returns how many results there are to find
 * @throws Error with Pagefind's own messages
 */
export async function indexSite(folder: string, pages: readonly SearchDocument[]): Promise<number> {
  const { index, errors } = await pagefind.createIndex({ includeCharacters, forceLanguage: 'en' });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  try {
    const documents = mergeByAddress([...pages, ...dataDocuments()]);
    for (const document of documents) {
      const { errors } = await index.addHTMLFile({ url: document.url, content: toHtml(document) });
      if (errors.length > 0) throw new Error(`Pagefind refused ${document.url}: ${errors.join('; ')}`);
    }
    const place = join(folder, 'pagefind');
    const written = await index.writeFiles({ outputPath: place });
    if (written.errors.length > 0) throw new Error(`Pagefind wrote no index: ${written.errors.join('; ')}`);
    for (const file of globSync(PANELS, { cwd: place })) rmSync(join(place, file));
    // Its licence goes with the copy that the site serves.
    copyFileSync(new URL('../LICENSE/LICENSE', import.meta.resolve('pagefind')), join(place, 'LICENSE.txt'));
    for (const [file, value] of Object.entries({ names: knownNames(), words: knownWords(documents) })) {
      writeFileSync(join(place, `${file}.json`), JSON.stringify(value));
    }
    return documents.length;
  } finally {
    await pagefind.close();
  }
}
