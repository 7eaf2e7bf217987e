/**
 * Beside each page the same as Markdown, `index.md`, with its figures, verdicts and tables: for tools that read text,
 * and for people who quote the page. Made from the built page, so that both say the same.
 */
import { type Handle, toMdast } from 'hast-util-to-mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { SKIP, visit } from 'unist-util-visit';
import { classesOf, type Element, type PageTree, type Root, textOf } from './page-tree.ts';

/** Elements that do something rather than say something. */
const CONTROLS = [
  'script',
  'style',
  'template',
  'noscript',
  'form',
  'button',
  'nav',
  'dialog',
  'starlight-menu-button',
];
/** Parts of a page that are for a screen only, or repeat what is beside them. */
const SCREEN_ONLY = ['sr-only', 'sl-anchor-link', 'chart-downloads', 'run', 'copy-code', 'legend', 'guess-choices'];

function removeControls(tree: Root | Element): void {
  visit(tree, 'element', (element, index, parent) => {
    const silent = CONTROLS.includes(element.tagName) || classesOf(element).some((name) => SCREEN_ONLY.includes(name));
    if (!silent || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}

const spaced = (value: string) => ({ type: 'text' as const, value });

/** The text of a label, without the space that ends it on the page: in Markdown it may not stand inside the asterisks. */
function inStrong(element: Element): void {
  const last = element.children.at(-1);
  if (last?.type === 'text') last.value = last.value.trimEnd();
  element.children = [{ type: 'element', tagName: 'strong', properties: {}, children: element.children }];
}

const isRuntime = (element: Element): boolean => classesOf(element).includes('for-runtime');

/** What only the layout puts between an element and the one right before it, on the page or in the cell of a table. */
function between(before: Element, after: Element, inCell: boolean): string {
  if (isRuntime(before) && isRuntime(after)) return inCell || after.tagName === 'span' ? '; ' : '';
  const isBlock = inCell && ['p', 'div', 'ul'].includes(after.tagName);
  return before.tagName === 'a' || isBlock ? ' ' : '';
}

/**
 * Separates what only the layout separates on the page: verdicts, the runtime that follows, whose a figure is, links side by
 * side. Links are absolute. The blocks of a cell become its text: Markdown has no others.
 */
function spellOut(parent: Root | Element, page: string, inCell = false): void {
  const spelt: Root['children'] = [];
  let before: Element | undefined;
  for (const child of parent.children) {
    child.position = undefined; // Half of what would be copied on the way to Markdown.
    if (child.type === 'element') {
      const classes = classesOf(child);
      if (before) spelt.push(spaced(between(before, child, inCell)));
      if (typeof child.properties.href === 'string') child.properties.href = new URL(child.properties.href, page).href;
      spellOut(child, page, inCell || ['td', 'th'].includes(child.tagName));
      if (classes.some((name) => name === 'chip' || name === 'for-label')) inStrong(child);
      if (classes.includes('for-label')) child.children.push(spaced(' '));
      if (classes.includes('origin')) child.children = [spaced('('), ...child.children, spaced(')')];
      if (inCell && ['p', 'div'].includes(child.tagName)) child.tagName = 'span';
      before = child;
    } else if (child.type === 'text' && child.value.trim() !== '') before = undefined;
    // Markdown has no spans.
    if (child.type === 'element' && child.tagName === 'span') for (const part of child.children) spelt.push(part);
    else spelt.push(child);
  }
  parent.children = spelt as never;
}

/** A block of code by its lines. */
const code: Handle = (_, element) => ({
  type: 'code',
  lang: element.properties.dataLanguage as string,
  value: textOf(element).replace(/\n$/, ''),
});

/** The page's tree is used up: what is in it changes place. */
export function toTwin({ canonical, title, lede, body }: PageTree): string {
  removeControls(body);
  spellOut(body, canonical);
  const head: Root = { type: 'root', children: [title, ...(lede ? [lede] : [])] };
  const write = (part: Root | Element) =>
    toMarkdown(toMdast(part as never, { handlers: { pre: code } }) as never, {
      extensions: [gfmToMarkdown({ tablePipeAlign: false })],
      bullet: '-',
    });
  return `${write(head)}\n<${canonical}>\n\n${write({ type: 'root', children: [body] })}`;
}
