/** What a built page says, as a tree: parsed once, for its Markdown and for the search. */
import { fromHtml } from 'hast-util-from-html';
import { select } from 'hast-util-select';

export type Root = ReturnType<typeof fromHtml>;
export type Element = NonNullable<ReturnType<typeof select>>;

export interface PageTree {
  /** Address of the page, in full. */
  canonical: string;
  title: Element;
  lede: Element | undefined;
  /** What its author wrote, and what is made from data between it. */
  body: Element;
  /** A sentence. */
  description: string;
}

/**
 * Pictures and the colours of programs are most of a page's markup. Each picture has its table beside it, and neither
 * Markdown nor the search has colours: both are left out before the page becomes a tree.
 */
const withoutWeight = (html: string): string =>
  html
    .replace(/<(svg|script)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<pre\b[\s\S]*?<\/pre>/g, (program) => program.replace(/<\/?span\b[^>]*>/g, ''));

function descriptionOf(html: string): string {
  const [tag = ''] = /<meta name="description"[^>]*>/.exec(html) ?? [];
  const content = select('meta', fromHtml(tag, { fragment: true }))?.properties.content;
  return typeof content === 'string' ? content : '';
}

/** @param html a built page @returns null for a page without text of its own, such as the search page */
export function readPage(html: string): PageTree | null {
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
  const main = /<main\b[\s\S]*<\/main>/.exec(html)?.[0];
  if (!canonical || !main) return null;
  const tree = fromHtml(withoutWeight(main), { fragment: true });
  const title = select('h1', tree);
  const lede = select('.lede', tree) ?? undefined;
  const body = select('.sl-markdown-content', tree);
  return title && body ? { canonical, title, lede, body, description: descriptionOf(html) } : null;
}

export const classesOf = ({ properties }: Element): string[] =>
  Array.isArray(properties.className) ? properties.className.map(String) : [];

/** The text of an element and those in it. @param skips elements whose text does not count */
export function textOf(element: Element, skips: (element: Element) => boolean = () => false): string {
  return element.children
    .map((child) => {
      if (child.type === 'text') return child.value;
      return child.type === 'element' && !skips(child) ? textOf(child, skips) : '';
    })
    .join('');
}
