/** The typeface that the site carries has every character that the pages set in it, and is asked for before the style sheet. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPages, site } from './built-site.ts';

const sheets = globSync('_astro/*.css', { cwd: site }).map((file) => readFileSync(join(site, file), 'utf8'));
const [face = ''] = sheets.flatMap((css) => css.match(/@font-face\s*\{[^}]*\}/g) ?? []);
const file = /url\(["']?([^"')]+\.woff2)/.exec(face)?.[1] ?? '';
const ranges = [...face.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi)].map(([, from = '', to = from]) => [
  Number.parseInt(from, 16),
  Number.parseInt(to, 16),
]);
const has = (character: string) => {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x20 || ranges.some(([from = 0, to = 0]) => from <= point && point <= to);
};

/** What stands in code is set in the reader's own monospaced typeface. */
function charactersOf(document: Document): Set<string> {
  const body = document.body.cloneNode(true) as Element;
  for (const other of body.querySelectorAll('script, style, template, pre, code')) other.remove();
  return new Set(body.textContent ?? '');
}

test('has every character of every page', () => {
  expect(ranges.length).toBeGreaterThan(3);
  expect(has('Ж')).toBe(false);
  const missing = readPages().flatMap(({ path, document }) =>
    [...charactersOf(document)].filter((one) => !has(one)).map((one) => `${path}: ${one}`),
  );
  expect(missing).toEqual([]);
});

test('is asked for by every page, ahead of the style sheet that names it', () => {
  const pages = readPages();
  expect(pages.length).toBeGreaterThan(20);
  for (const { path, document } of pages) {
    const asked = [...document.querySelectorAll('link')].map((link) => link.getAttribute('rel'));
    const preload = document.querySelector('link[rel=preload][as=font][crossorigin]');
    expect(preload?.getAttribute('href'), path).toBe(file);
    expect(asked.indexOf('preload'), path).toBeLessThan(asked.indexOf('stylesheet'));
  }
});

test('never moves what is read: where it comes late, that page keeps the reader’s own', () => {
  expect(face).toMatch(/font-display:\s*optional/);
});
