/** What a built site weighs, from its files alone: compressed as hosts compress on the way, with Brotli at level 5. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** Which kind of page each folder holds; the site's own first page has none. */
const KINDS: Readonly<Record<string, PageKind>> = {
  start: 'tutorial',
  concepts: 'concept',
  claims: 'claim',
  choose: 'guide',
  reference: 'reference',
  method: 'method',
};

export type PageKind = 'home' | 'tutorial' | 'concept' | 'claim' | 'guide' | 'reference' | 'method';

export interface Weight {
  /** Bytes. */
  html: number;
  css: number;
  js: number;
}

export interface PageWeight extends Weight {
  /** From the site's root. */
  path: string;
  kind: PageKind;
}

export function compressedSize(bytes: Buffer): number {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
}

/** A script and everything it imports statically: paths from the site's root. */
function withImports(folder: string, file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const text = readFileSync(join(folder, file), 'utf8');
  for (const [, name = ''] of text.matchAll(/(?:from|import)\s*["'](\.{1,2}\/[^"']+)["']/g)) {
    withImports(folder, relative(folder, join(folder, dirname(file), name)), found);
  }
  return found;
}

/** @param folder the built site @param files paths from its root */
export function sizeOfScripts(folder: string, files: readonly string[]): number {
  const all = new Set(files.flatMap((file) => [...withImports(folder, file)]));
  return [...all].reduce((sum, file) => sum + compressedSize(readFileSync(join(folder, file))), 0);
}

const linked = (html: string, pattern: RegExp, base: string): string[] => [
  ...new Set([...html.matchAll(pattern)].map(([, address = '']) => address.slice(base.length))),
];

/** @param base the path that the site is published under */
export function weighPage(folder: string, file: string, base = '/'): Weight {
  const bytes = readFileSync(join(folder, file));
  const html = bytes.toString('utf8');
  const sheets = linked(html, /<link rel="stylesheet" href="([^"]+)"/g, base);
  return {
    html: compressedSize(bytes),
    css: sheets.reduce((sum, sheet) => sum + compressedSize(readFileSync(join(folder, sheet))), 0),
    js: sizeOfScripts(folder, linked(html, /<script type="module" src="([^"]+)"/g, base)),
  };
}

/** The heaviest page of each kind, by its HTML before compression. */
export function heaviestPages(folder: string, base = '/'): PageWeight[] {
  const heaviest = new Map<PageKind, { file: string; bytes: number }>();
  for (const file of globSync('{index.html,*/**/index.html}', { cwd: folder })) {
    const kind = file === 'index.html' ? 'home' : KINDS[file.split('/')[0] ?? ''];
    if (!kind) continue;
    const bytes = readFileSync(join(folder, file)).length;
    if (bytes > (heaviest.get(kind)?.bytes ?? 0)) heaviest.set(kind, { file, bytes });
  }
  return [...heaviest].map(([kind, { file }]) => ({
    kind,
    path: `/${file.replace(/index\.html$/, '')}`,
    ...weighPage(folder, file, base),
  }));
}

/** What opening search fetches before the first letter, what pressing "Run it here" fetches (scripts alone), and what all pages share. */
export function weighTools(folder: string): Record<'search' | 'runner' | 'worker' | 'typeface', number> {
  const named = (pattern: string) => globSync(pattern, { cwd: folder });
  const index = ['pagefind/pagefind.js', 'pagefind/pagefind-entry.json', ...named('pagefind/wasm.en.pagefind')];
  const panels = named('_astro/runner-panel.*.js');
  const dialogs = named('_astro/dialog.*.js');
  return {
    search:
      sizeOfScripts(folder, dialogs) +
      index.reduce((sum, file) => sum + compressedSize(readFileSync(join(folder, file))), 0),
    runner: sizeOfScripts(folder, [...panels, ...named('runner/*.js')]),
    worker: compressedSize(readFileSync(join(folder, 'service-worker.js'))),
    // Compressed already.
    typeface: named('_astro/*.woff2').reduce((sum, file) => sum + readFileSync(join(folder, file)).length, 0),
  };
}
