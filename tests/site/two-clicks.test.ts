/** Whoever comes with a question is at the page that answers it in two clicks from home: what is asked here is the text, not the menus. */
import { expect, test } from 'vitest';
import { readPages } from './built-site.ts';

const pages = new Map(readPages().map(({ path, document }) => [path, document]));

/** Pages that the text of a page links to in sight: nothing has to be opened for it, and no search used. */
function linksOf(path: string): string[] {
  const links = [...(pages.get(path)?.querySelectorAll('main a[href]') ?? [])].filter(
    (link) => !link.closest('details'),
  );
  return links.map((link) => new URL(link.getAttribute('href') ?? '', `https://site.test${path}`).pathname);
}

test.each([
  ['a student who has never started a thread', '/start/first-two-workers/', 'Two threads'],
  ['an engineer whose Python computes too long', '/choose/python/', 'A pool of either kind'],
  ['an engineer who resizes pictures in Node.js', '/choose/image-processing/', 'sharp in Node.js'],
  ['an engineer who has 1.5 CPUs and a gigabyte', '/choose/how-many-workers/', 'Memory sets a limit too'],
  ['a lecturer who needs a figure for a slide', '/start/for-lecturers/', 'In a lecture'],
])('%s is there in two clicks', (_, recipe, heading) => {
  const first = linksOf('/');
  const second = first.flatMap(linksOf);
  expect([...first, ...second]).toContain(recipe);
  const headings = [...(pages.get(recipe)?.querySelectorAll('main h2') ?? [])].map(({ textContent }) => textContent);
  expect(headings).toContainEqual(expect.stringContaining(heading));
});
