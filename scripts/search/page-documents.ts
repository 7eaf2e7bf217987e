/** Pages of the built site, cut down to what a reader may search. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { parse } from 'yaml';
import { searchRuntimes, switchRuntimes } from '../../src/measurement/runtimes.ts';
import type { Kind } from '../../src/search/kinds.ts';
import { escapeText } from '../../src/text/escape-text.ts';
import type { SearchDocument } from './documents.ts';

const root = join(import.meta.dirname, '../..');

/**
 * Nobody searches for programs, charts and buttons, and their words would drown the text. What is made from data
 * (verdicts, tables, lists: `.not-content`) has results of its own.
 */
const left =
  'script, style, svg, nav, button, input, select, dialog, template, pre, details, figure, ' +
  '.not-content, .sl-anchor-link, .sr-only';

interface Frontmatter {
  kind?: Kind | 'home';
  keywords?: string[];
  draft?: boolean;
}

function frontmatterOf(file: string): Frontmatter {
  const [, yaml = ''] = /^---\n(.*?)\n---/s.exec(readFileSync(file, 'utf8')) ?? [];
  return parse(yaml) ?? {};
}

/** The runtimes a page is about: it shows their figures, or names them more than once or twice. */
function runtimesIn(main: Element): string[] {
  const text = main.textContent ?? '';
  return searchRuntimes
    .filter(({ id, named }) => main.querySelector(`[data-runtime="${id}"]`) || (text.match(named)?.length ?? 0) > 2)
    .map(({ id }) => id);
}

/** Most of a page's markup, and nothing that is searched: left out before it is parsed. */
const heavy = /<(script|style|svg|pre|nav)\b[\s\S]*?<\/\1>/g;

/** @param folder the built site */
export function pageDocuments(folder: string): SearchDocument[] {
  const content = join(root, 'content/docs');
  return globSync('**/*.{md,mdx}', { cwd: content }).flatMap((file): SearchDocument[] => {
    const { kind, keywords = [] } = frontmatterOf(join(content, file));
    if (!kind || kind === 'home') return [];
    const path = file.replace(/\.mdx?$/, '').replace(/(^|\/)index$/, '');
    const html = readFileSync(join(folder, path, 'index.html'), 'utf8').replace(heavy, '');
    const { document } = parseHTML(html);
    const main = document.querySelector('.sl-markdown-content');
    if (!main) return [];
    const runtimes = runtimesIn(main);
    for (const element of main.querySelectorAll(left)) element.remove();
    // One runtime's version of a sentence is enough.
    for (const element of main.querySelectorAll(`.for-runtime:not([data-runtime~="${switchRuntimes[0]?.id}"])`))
      element.remove();
    const description = document.querySelector('meta[name=description]')?.getAttribute('content') ?? '';
    return [
      {
        url: `/${path}/`,
        kind: kind === 'claim' ? 'experiment' : kind,
        runtimes,
        title: document.querySelector('h1')?.textContent?.trim() ?? path,
        summary: description,
        body: `<p data-pagefind-weight="3">${escapeText(description)}</p>${main.innerHTML}`,
        alsoKnownAs: keywords,
      },
    ];
  });
}
