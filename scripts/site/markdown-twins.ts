/**
 * Beside each page the same as Markdown, `index.md`, with its figures, verdicts and tables: for tools that read text,
 * and for people who quote the page. Made from the built page, so that both say the same.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { select } from 'hast-util-select';
import { type Handle, toMdast } from 'hast-util-to-mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { SKIP, visit } from 'unist-util-visit';

type Root = ReturnType<typeof fromHtml>;
type Element = NonNullable<ReturnType<typeof select>>;

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

const classesOf = ({ properties }: Element): (string | number)[] =>
  Array.isArray(properties.className) ? properties.className : [];

function removeControls(tree: Root | Element): void {
  visit(tree, 'element', (element, index, parent) => {
    const silent =
      CONTROLS.includes(element.tagName) || classesOf(element).some((name) => SCREEN_ONLY.includes(`${name}`));
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
const code: Handle = (_, element) => {
  const text = (node: Element): string =>
    node.children
      .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? text(child) : ''))
      .join('');
  return { type: 'code', lang: element.properties.dataLanguage as string, value: text(element).replace(/\n$/, '') };
};

/**
 * Pictures and the colours of programs are most of a page's markup. Each picture has its table beside it, and Markdown
 * has no colours: both are left out before the page becomes a tree.
 */
const withoutWeight = (html: string): string =>
  html
    .replace(/<(svg|script)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<pre\b[\s\S]*?<\/pre>/g, (program) => program.replace(/<\/?span\b[^>]*>/g, ''));

/** @param html a built page @returns null for a page without text of its own, such as the search page */
export function toTwin(html: string): string | null {
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
  const main = /<main\b[\s\S]*<\/main>/.exec(html)?.[0];
  if (!canonical || !main) return null;
  const tree = fromHtml(withoutWeight(main), { fragment: true });
  const title = select('h1', tree);
  const lede = select('.lede', tree);
  const body = select('.sl-markdown-content', tree);
  if (!title || !body) return null;
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

/** @param folder the built site; each page gets its twin beside it */
export function writeTwins(folder: string): void {
  for (const file of globSync('**/index.html', { cwd: folder, exclude: ['runner/**', 'search/**'] })) {
    const twin = toTwin(readFileSync(join(folder, file), 'utf8'));
    if (twin !== null) writeFileSync(join(folder, file.replace(/\.html$/, '.md')), twin);
  }
}
