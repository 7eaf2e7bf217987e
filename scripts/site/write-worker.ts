/** Writes the service worker of a built site, and the list of what it keeps for reading offline. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { blankTypes } from './blank-types.ts';

/** What the site is made of, apart from what only somebody downloads: data, archives, pictures for links. */
const ASSETS = ['_astro/**', 'runner/**', 'pagefind/**', 'favicon.svg'];

/** Served instead of the worker where the operator wants none: it removes itself and everything that it kept. */
const FAREWELL = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil((async () => {
  const own = (await caches.keys()).filter((name) => name.startsWith(registration.scope + ' '));
  await Promise.all(own.map((name) => caches.delete(name)));
  await registration.unregister();
})()));
`;

function filesIn(folder: string, patterns: string[]): string[] {
  return globSync(patterns, { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/**
 * @param folder the built site
 * @param source the worker in TypeScript, with `{version}` where the version stands
 * @param wanted false where the operator wants none
 */
export function writeWorker(folder: string, source: string, wanted: boolean): void {
  const assets = filesIn(folder, ASSETS);
  const pages = filesIn(folder, ['**/index.html']).map((file) => file.replace(/index\.html$/, ''));
  writeFileSync(join(folder, 'offline.json'), JSON.stringify({ pages, assets }));
  // Most assets have a hash of their content in their names; the search's entry and the runner's frame have not.
  const hash = createHash('sha256').update(assets.join('\n'));
  for (const file of assets.filter((name) => /pagefind-entry\.json$|^runner\/frame/.test(name))) {
    hash.update(readFileSync(join(folder, file)));
  }
  const script = blankTypes(source).replaceAll('{version}', hash.digest('hex').slice(0, 12));
  const bare = script.replace(/\/\*\*[\s\S]*?\*\/\n?/g, '').replace(/\n\s*\n+/g, '\n');
  writeFileSync(join(folder, 'service-worker.js'), wanted ? bare : FAREWELL);
}
