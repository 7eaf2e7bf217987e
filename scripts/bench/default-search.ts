/** Starlight's default search over the pages of a built site, for comparison with the site's own search. */
import { copyFileSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as pagefind from 'pagefind';

/** The settings that Starlight 0.42 gives to Pagefind's UI. */
const script = `new PagefindUI({ element: '#search', showImages: false, showSubResults: true, autofocus: true,
  ranking: { pageLength: 0.1, termFrequency: 0.1, termSaturation: 2, termSimilarity: 9 } });`;

const page = `<!doctype html><html lang="en"><head><title>Default search</title><meta charset="utf-8">
<link rel="stylesheet" href="/pagefind/pagefind-ui.css"></head><body><div id="search"></div>
<script src="/pagefind/pagefind-ui.js"></script><script src="/default-search.js"></script></body></html>`;

/** Pages that a site with Starlight's own search would not have. */
const ours = /^(404|search|a-z)\b/;

/**
 * @param site the built site
 * @param folder where to write the pages, their default index and a page that searches it
 * @throws Error with Pagefind's own messages
 */
export async function buildDefaultSearch(site: string, folder: string): Promise<void> {
  for (const file of globSync('**/*.html', { cwd: site })) {
    if (ours.test(file)) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    copyFileSync(join(site, file), join(folder, file));
  }
  const { index, errors } = await pagefind.createIndex({ rootSelector: 'main', forceLanguage: 'en' });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  try {
    const added = await index.addDirectory({ path: folder });
    const written = await index.writeFiles({ outputPath: join(folder, 'pagefind') });
    const refused = [...added.errors, ...written.errors];
    if (refused.length > 0) throw new Error(`Pagefind wrote no default index: ${refused.join('; ')}`);
  } finally {
    await pagefind.close();
  }
  // After indexing, so that the page which searches is not among the results.
  for (const file of ['_headers', '404.html']) writeFileSync(join(folder, file), readFileSync(join(site, file)));
  writeFileSync(join(folder, 'default-search.js'), script);
  writeFileSync(join(folder, 'default-search.html'), page);
}
