import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MIRRORED_BASE } from '../../scripts/testing/render-both.ts';
import { mirroredSite, readPages, site } from './built-site.ts';

const pages = readPages();
const anchors = new Map(
  pages.map(({ path, document }) => [
    path,
    new Set([...document.querySelectorAll('[id]')].map((element) => element.id)),
  ]),
);

/**
 * Why a link of a page leads nowhere, or undefined when it leads somewhere.
 * @param base the path that the site in `folder` is published under
 */
function broken(href: string, page: string, folder: string, base: string): string | undefined {
  const target = new URL(href, `https://site.test${base}${page.slice(1)}`);
  if (target.host !== 'site.test' || !/^https?:$/.test(target.protocol)) return undefined;
  if (!target.pathname.startsWith(base)) return `${page}: ${href}: not under ${base}`;
  const path = decodeURI(target.pathname.slice(base.length - 1));
  const ids = anchors.get(path) ?? anchors.get(`${path}index.html`);
  if (!ids) return existsSync(join(folder, path)) && !path.endsWith('/') ? undefined : `${page}: ${href}: no such page`;
  const anchor = decodeURIComponent(target.hash.slice(1));
  if (anchor && anchor !== '_top' && !ids.has(anchor)) return `${page}: ${href}: no such anchor`;
  return undefined;
}

describe('the built site', () => {
  test('has pages', () => {
    expect(pages.length).toBeGreaterThan(5);
  });

  test.each([
    ['at the root', site, '/'],
    ['under a path', mirroredSite, MIRRORED_BASE],
  ])('has no broken link, anchor, image, script or form %s', (_, folder, base) => {
    const problems = readPages(folder).flatMap(({ path, document }) =>
      [...document.querySelectorAll('[href], [src], form[action]')]
        .map((element) => ['href', 'src', 'action'].map((name) => element.getAttribute(name)).find(Boolean) ?? '')
        .filter((href) => href !== '' && !href.startsWith('data:'))
        .flatMap((href) => broken(href, path, folder, base) ?? []),
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
