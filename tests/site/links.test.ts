import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPages, site } from './built-site.ts';

const pages = readPages();
const anchors = new Map(
  pages.map(({ path, document }) => [
    path,
    new Set([...document.querySelectorAll('[id]')].map((element) => element.id)),
  ]),
);

/** Why a link of a page leads nowhere, or undefined when it leads somewhere. */
function broken(href: string, page: string): string | undefined {
  const target = new URL(href, `https://site.test${page}`);
  if (target.host !== 'site.test' || !/^https?:$/.test(target.protocol)) return undefined;
  const path = decodeURI(target.pathname);
  const ids = anchors.get(path) ?? anchors.get(`${path}index.html`);
  if (!ids) return existsSync(join(site, path)) && !path.endsWith('/') ? undefined : `${page}: ${href}: no such page`;
  const anchor = decodeURIComponent(target.hash.slice(1));
  if (anchor && anchor !== '_top' && !ids.has(anchor)) return `${page}: ${href}: no such anchor`;
  return undefined;
}

describe('the built site', () => {
  test('has pages', () => {
    expect(pages.length).toBeGreaterThan(5);
  });

  test('has no broken link, anchor, image or script', () => {
    const problems = pages.flatMap(({ path, document }) =>
      [...document.querySelectorAll('[href], [src]')]
        .map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '')
        .filter((href) => href !== '' && !href.startsWith('data:'))
        .flatMap((href) => broken(href, path) ?? []),
    );
    expect([...new Set(problems)]).toEqual([]);
  });

  test('gives every page a title and a description of its own', () => {
    const descriptions = pages
      .filter(({ path }) => path !== '/404.html')
      .map(({ document }) => document.querySelector('meta[name=description]')?.getAttribute('content') ?? '');
    expect(descriptions.filter((description) => description.length < 20)).toEqual([]);
    expect(new Set(descriptions).size).toBe(descriptions.length);
  });

  test('uses every id once in a page', () => {
    const doubles = pages.flatMap(({ path, document }) => {
      const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
      return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${path}#${id}`);
    });
    expect(doubles).toEqual([]);
  });
});
