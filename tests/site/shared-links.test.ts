/** What pages tell those who store or share their links, and programs that read them: each names files that are there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MIRRORED_BASE } from '../../scripts/testing/render-both.ts';
import { mirroredSite, readPages, site } from './built-site.ts';

describe.each([
  ['at the root', site, '/'],
  ['under a path', mirroredSite, MIRRORED_BASE],
])('the built site %s', (_, folder, base) => {
  const inFolder = (url: string) => {
    const { pathname } = new URL(url, `https://site.test${base}`);
    return pathname.startsWith(base) ? join(folder, pathname.slice(base.length)) : `not under ${base}: ${url}`;
  };
  const pages = readPages(folder);
  const written = pages.filter(({ document }) => document.querySelector('link[type="text/markdown"]'));

  test('names for each page the address that it has, in full', () => {
    const named = pages.flatMap(({ path, document }) => {
      const canonical = document.querySelector('link[rel=canonical]')?.getAttribute('href');
      const shared = document.querySelector('meta[property="og:url"]')?.getAttribute('content');
      return [canonical, shared].flatMap((url) => (url ? { path, url } : []));
    });
    const wrong = named.filter(({ path, url }) => new URL(url).pathname !== base + path.slice(1));
    expect(wrong).toEqual([]);
    expect(named).toHaveLength(2 * (pages.length - 1));
  });

  test('gives each page a picture with an address in full', () => {
    for (const { path, document } of pages) {
      const picture = document.querySelector('meta[property="og:image"]')?.getAttribute('content') ?? '';
      expect(picture, path).toMatch(/^https:/);
      expect(existsSync(inFolder(picture)), `${path}: ${picture}`).toBe(true);
    }
  });

  test('gives written pages a picture of their own, and their text with its figures as Markdown', () => {
    expect(written.length).toBeGreaterThan(5);
    const pictures = written.map(({ document }) =>
      document.querySelector('meta[property="og:image"]')?.getAttribute('content'),
    );
    expect(new Set(pictures).size).toBe(written.length);
    for (const { path, document } of written) {
      const twin = readFileSync(join(folder, path, 'index.md'), 'utf8');
      expect(twin.split('\n')[0]?.startsWith('# '), path).toBe(true);
      for (const row of [...document.querySelectorAll('.answer-says')].slice(0, 4)) {
        expect(twin.replaceAll('\\', ''), path).toContain(row.textContent?.trim());
      }
    }
  });

  test('names icons in its manifest, and in llms.txt each written page once', () => {
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.webmanifest'), 'utf8'));
    for (const { src } of manifest.icons) expect(existsSync(join(folder, src)), src).toBe(true);
    const links = [...readFileSync(join(folder, 'llms.txt'), 'utf8').matchAll(/\]\(([^)]+\/index\.md)\):/g)];
    expect(links.filter(([, url = '']) => !existsSync(inFolder(url)))).toEqual([]);
    expect(new Set(links.map(([, url]) => url)).size).toBe(links.length);
    expect(links.length).toBe(written.length - 1);
  });
});
