/** Pages of the built site, cut down to what a reader may search. */
import { toHtml } from 'hast-util-to-html';
import { parse } from 'yaml';
import { searchRuntimes, switchRuntimes } from '../../src/measurement/runtimes.ts';
import type { Kind } from '../../src/search/kinds.ts';
import { escapeText } from '../../src/text/escape-text.ts';
import { classesOf, type Element, type PageTree, textOf } from '../site/page-tree.ts';
import type { SearchDocument } from './documents.ts';

/**
 * Nobody searches for programs, charts and buttons, and their words would drown the text. What is made from data
 * (verdicts, tables, lists: `not-content`) has results of its own.
 */
const LEFT = ['style', 'nav', 'button', 'input', 'select', 'dialog', 'template', 'pre', 'details', 'figure'];
const LEFT_CLASSES = ['not-content', 'sl-anchor-link', 'sr-only'];

/** The name of a source, as it stands after so many sentences. Nobody searches for that either. */
const isSource = (element: Element): boolean => classesOf(element).includes('cite');

interface Frontmatter {
  kind?: Kind | 'home';
  keywords?: string[];
}

function frontmatterOf(source: string): Frontmatter {
  const [, yaml = ''] = /^---\n(.*?)\n---/s.exec(source) ?? [];
  return parse(yaml) ?? {};
}

/** The runtimes an element is about, by their ids. */
const runtimesOf = ({ properties }: Element): string[] => String(properties.dataRuntime ?? '').split(' ');

function isAbout(element: Element, runtime: string): boolean {
  return (
    element.properties.dataRuntime === runtime ||
    element.children.some((child) => child.type === 'element' && isAbout(child, runtime))
  );
}

/** The runtimes a page is about: it shows their figures, or names them more than once or twice. */
function runtimesIn(body: Element): string[] {
  const text = textOf(body, (element) => ['style', 'pre', 'nav'].includes(element.tagName) || isSource(element));
  return searchRuntimes
    .filter(({ id, named }) => isAbout(body, id) || (text.match(named)?.length ?? 0) > 2)
    .map(({ id }) => id);
}

function isSearched(element: Element): boolean {
  const classes = classesOf(element);
  if (LEFT.includes(element.tagName) || classes.some((name) => LEFT_CLASSES.includes(name))) return false;
  // One runtime's version of a sentence is enough.
  const [first] = switchRuntimes;
  return !classes.includes('for-runtime') || (first !== undefined && runtimesOf(element).includes(first.id));
}

function searchedPart(element: Element): Element {
  const children: Element['children'] = [];
  for (const child of element.children) {
    if (child.type === 'text') children.push({ ...child });
    else if (child.type === 'element' && isSource(child)) {
      // The space before it would stand before the full stop.
      const before = children.at(-1);
      if (before?.type === 'text') before.value = before.value.trimEnd();
    } else if (child.type === 'element' && isSearched(child)) children.push(searchedPart(child));
  }
  return { ...element, children };
}

/**
 * @param source as its author wrote it, with its frontmatter
 * @param path of the page, without a slash at either end
 * @returns undefined for a page that is no result: the home page, one without frontmatter of the site's
 */
export function pageDocument(source: string, path: string, page: PageTree): SearchDocument | undefined {
  const { kind, keywords = [] } = frontmatterOf(source);
  if (!kind || kind === 'home') return undefined;
  const { title, body, description } = page;
  return {
    url: `/${path}/`,
    kind: kind === 'claim' ? 'experiment' : kind,
    runtimes: runtimesIn(body),
    title: textOf(title).trim(),
    summary: description,
    body: `<p data-pagefind-weight="3">${escapeText(description)}</p>${toHtml(searchedPart(body).children)}`,
    alsoKnownAs: keywords,
  };
}
