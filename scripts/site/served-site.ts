/** What a server keeps of the site that it serves, read anew when a build has replaced the site. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { baseOf, type HeaderRule, parseHeaders } from './headers.ts';

interface ServedSite {
  /** The path it is published under: `/`, `/thread-or-process/`. */
  base: string;
  rules: HeaderRule[];
  /** The page for addresses that lead nowhere. */
  notFound: Buffer;
}

/**
 * @returns what holds now; while a build moves the site to its place, what held before
 * @throws Error when the site is not whole at first
 */
export function watchSite(folder: string): () => ServedSite {
  const file = join(folder, '_headers');
  const read = () => {
    const rules = parseHeaders(readFileSync(file, 'utf8'));
    return { base: baseOf(rules), rules, notFound: readFileSync(join(folder, '404.html')) };
  };
  let changed = statSync(file).mtimeMs;
  let site = read();
  return () => {
    try {
      const { mtimeMs } = statSync(file);
      if (mtimeMs !== changed) {
        site = read();
        changed = mtimeMs;
      }
    } catch {
      // A build is moving the site into place: what was read before still holds.
    }
    return site;
  };
}
