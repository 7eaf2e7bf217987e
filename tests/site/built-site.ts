/** The site that `npm test` built, read once for all tests of it. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';

export const site = join(import.meta.dirname, '../../.cache/test-site');

export interface BuiltPage {
  /** From the site's root: `/claims/start-up/`. */
  path: string;
  html: string;
  document: Document;
}

export function readPages(): BuiltPage[] {
  if (!existsSync(site))
    throw new Error(`Expected a built site in ${site}. Run "npm test", or "npm test -- build site".`);
  return globSync('**/*.html', { cwd: site }).map((file) => {
    const html = readFileSync(join(site, file), 'utf8');
    const path = `/${file}`.replace(/index\.html$/, '');
    return { path, html, document: parseHTML(html).document as unknown as Document };
  });
}
