/** The site that `npm test` built, read once for all tests of it. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';

export const site = join(import.meta.dirname, '../../.cache/test-site');

/** The same site on results in which thread and process are exchanged, under a path of its own. */
export const mirroredSite = join(import.meta.dirname, '../../.cache/mirrored-site');

export interface BuiltPage {
  /** From the site's root: `/claims/start-up/`. */
  path: string;
  html: string;
  document: Document;
}

/** Every page a reader can open; the runner's frame is not one. */
export function readPages(folder = site): BuiltPage[] {
  if (!existsSync(folder)) {
    throw new Error(`Expected a built site in ${folder}. Run "npm test", or "npm test -- build mirror site".`);
  }
  return globSync('**/*.html', { cwd: folder, exclude: ['runner/**'] }).map((file) => {
    const html = readFileSync(join(folder, file), 'utf8');
    const path = `/${file}`.replace(/index\.html$/, '');
    return { path, html, document: parseHTML(html).document as unknown as Document };
  });
}
