/** The switch of runtimes: where it stands, and what a reader without scripts has in its place. */
import { expect, test } from 'vitest';
import { readPages } from './built-site.ts';

const pages = readPages();

test('stands on the pages that follow it, and on no other', () => {
  const isFollowing = (document: Document) => document.querySelector('.for-runtime, [data-row-runtime]') !== null;
  const wrong = pages.flatMap(({ path, document }) =>
    isFollowing(document) === (document.querySelector('.runtime-switch') !== null) ? [] : [path],
  );
  expect(pages.some(({ document }) => isFollowing(document))).toBe(true);
  expect(pages.some(({ document }) => !isFollowing(document))).toBe(true);
  expect(wrong).toEqual([]);
});

test('a page about one runtime has it first, for readers without scripts', () => {
  const about = pages.flatMap(({ path, document }) => {
    const own = document.querySelector('meta[name=runtimes]')?.getAttribute('data-page');
    return own ? [{ path, document, own }] : [];
  });
  expect(about.map(({ path }) => path)).toEqual(expect.arrayContaining(['/claims/gil/', '/claims/vanishing-race/']));
  for (const { path, document, own } of about) {
    const groups = new Set([...document.querySelectorAll('.for-runtime')].map((one) => one.parentElement));
    const first = [...groups].flatMap((group) => {
      const ids = [...(group?.children ?? [])].flatMap((child) => child.getAttribute('data-runtime')?.split(' ') ?? []);
      return ids.includes(own) && ids.length > 1 ? [ids[0]] : [];
    });
    expect(first.length, path).toBeGreaterThan(0);
    expect(new Set(first), path).toEqual(new Set([own]));
  }
});
