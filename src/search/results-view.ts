/**
 * Shows what was found as a list of links: the kind of each, its title, verdicts, the text around the words, and the
 * headings that fit.
 */
import { make } from '../dom/element.ts';
import type { Findings, Hit } from './finder.ts';
import { KINDS, type Kind } from './kinds.ts';

function link(url: string, text: string, base: string, className: string): HTMLAnchorElement {
  const made = make('a', { className }, text);
  made.href = `${base.replace(/\/$/, '')}${url}`;
  return made;
}

/** Pagefind escapes everything but its own `<mark>`; read as such, not as HTML. */
function markedText(excerpt: string): HTMLParagraphElement {
  const paragraph = make('p', { className: 'find-excerpt' });
  const { body } = new DOMParser().parseFromString(excerpt, 'text/html');
  for (const node of body.childNodes) {
    const text = node.textContent ?? '';
    paragraph.append(node.nodeName === 'MARK' ? make('mark', {}, text) : text);
  }
  return paragraph;
}

function hitItem(hit: Hit, base: string): HTMLLIElement {
  const item = make('li', { className: 'find-hit' });
  const title = link(hit.url, hit.title, base, 'find-link');
  title.translate = hit.kind !== 'error';
  const kind = make('span', { className: 'find-kind' }, KINDS[hit.kind as Kind] ?? hit.kind);
  const line = make('p', { className: 'find-title' });
  line.append(kind, title);
  item.append(line);
  if (hit.verdicts) item.append(make('p', { className: 'find-verdicts' }, hit.verdicts));
  if (hit.excerpt) item.append(markedText(hit.excerpt));
  if (hit.headings.length > 0) {
    const headings = make('ul', { className: 'find-headings' });
    for (const heading of hit.headings) {
      const entry = document.createElement('li');
      entry.append(link(heading.url, heading.title, base, 'find-link'));
      headings.append(entry);
    }
    item.append(headings);
  }
  return item;
}

/** @returns how many are shown */
export async function showHits(list: HTMLElement, findings: Findings, count: number, base: string): Promise<number> {
  const hits = await findings.hits(count);
  list.replaceChildren(...hits.map((hit) => hitItem(hit, base)));
  return hits.length;
}

/** Where to look when the index cannot be read. */
export function showBroken(list: HTMLElement, base: string): void {
  const item = make('li', { className: 'find-hit' });
  item.append(link('/a-z/', 'The index from A to Z has every page and needs no search.', base, 'find-link'));
  list.replaceChildren(item);
}

/** Says that nothing was found, and where else to look. */
export function showNothing(list: HTMLElement, terms: readonly { id: string; term: string }[], base: string): void {
  const item = make('li', { className: 'find-hit' });
  const near = make('p', { className: 'find-nothing' }, 'Nearest terms: ');
  for (const [index, { id, term }] of terms.entries()) {
    near.append(index > 0 ? ', ' : '', link(`/reference/glossary/#${id}`, term, base, 'find-link'));
  }
  const elsewhere = make('p', { className: 'find-nothing' }, 'Or look through ');
  elsewhere.append(
    link('/reference/questions/', 'the question index', base, 'find-link'),
    ' or ',
    link('/a-z/', 'the index from A to Z', base, 'find-link'),
    '.',
  );
  item.append(near, elsewhere);
  list.replaceChildren(item);
}
