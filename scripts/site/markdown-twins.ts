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
const SCREEN_ONLY = ['sr-only', 'sl-anchor-link', 'chart-downloads', 'run', 'copy-code', 'legend'];

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

/**
 * Separates what only the layout separates on the page: verdicts, the runtime that follows, links side by side. Links
 * are absolute.
 */
function spellOut(tree: Root | Element, page: string): void {
  visit(tree, 'element', (element, index, parent) => {
    const { properties } = element;
    if (classesOf(element).some((name) => name === 'chip' || name === 'for-label')) {
      element.children = [{ type: 'element', tagName: 'strong', properties: {}, children: element.children }];
    }
    if (typeof properties.href === 'string') properties.href = new URL(properties.href, page).href;
    const next = parent?.children[(index ?? 0) + 1];
    if (element.tagName === 'a' && parent && index !== undefined && next?.type === 'element') {
      parent.children.splice(index + 1, 0, { type: 'text', value: ' ' });
    }
  });
}

/** A block of code by its lines, which the page may have marked word by word. */
const code: Handle = (_, element) => {
  const text = (node: Element): string =>
    node.children
      .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? text(child) : ''))
      .join('');
  return { type: 'code', lang: element.properties.dataLanguage as string, value: text(element).replace(/\n$/, '') };
};

/** @param html a built page @returns null for a page without text of its own, such as the search page */
export function toTwin(html: string): string | null {
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
  const main = /<main\b[\s\S]*<\/main>/.exec(html)?.[0];
  if (!canonical || !main) return null;
  // Pictures are most of a page's bytes, and each has its table beside it.
  const tree = fromHtml(main.replace(/<svg\b[\s\S]*?<\/svg>/g, ''), { fragment: true });
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
