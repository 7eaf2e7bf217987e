/** Pages of the built site, cut down to what a reader may search. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { parse } from 'yaml';
import type { Kind, SearchDocument } from './documents.ts';

const root = join(import.meta.dirname, '../..');

/** Programs, tables of samples, charts and buttons are not what a search means; their words would drown the text. */
const left =
  'script, style, svg, nav, button, input, select, dialog, template, pre, details, figure table, .run, .sandbox, .programs, .sr-only';

interface Frontmatter {
  kind?: Kind | 'home';
  keywords?: string[];
  draft?: boolean;
}

function frontmatterOf(file: string): Frontmatter {
  const [, yaml = ''] = /^---\n(.*?)\n---/s.exec(readFileSync(file, 'utf8')) ?? [];
  return parse(yaml) ?? {};
}

/** @param folder the built site */
export function pageDocuments(folder: string): SearchDocument[] {
  const content = join(root, 'content/docs');
  return globSync('**/*.{md,mdx}', { cwd: content }).flatMap((file): SearchDocument[] => {
    const { kind, keywords = [] } = frontmatterOf(join(content, file));
    if (!kind || kind === 'home') return [];
    const path = file.replace(/\.mdx?$/, '').replace(/(^|\/)index$/, '');
    const { document } = parseHTML(readFileSync(join(folder, path, 'index.html'), 'utf8'));
    const main = document.querySelector('.sl-markdown-content');
    if (!main) return [];
    for (const element of main.querySelectorAll(left)) element.remove();
    // One runtime's version of a sentence is enough.
    for (const element of main.querySelectorAll('.for-runtime:not([data-runtime="node"])')) element.remove();
    const description = document.querySelector('meta[name=description]')?.getAttribute('content') ?? '';
    return [
      {
        url: `/${path}/`,
        kind,
        title: document.querySelector('h1')?.textContent?.trim() ?? path,
        body: `<p data-pagefind-weight="3">${description}</p>${main.innerHTML}`,
        alsoKnownAs: keywords,
      },
    ];
  });
}
