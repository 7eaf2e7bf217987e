/** Browsers translate pages. Code, and the words a runtime prints, mean something in their own spelling only. */
import { describe, expect, test } from 'vitest';
import { readPages } from './built-site.ts';

const pages = readPages().filter(({ document }) => document.querySelector('main code, main pre'));

describe('code is marked as not to be translated', () => {
  test('on many pages', () => {
    expect(pages.length).toBeGreaterThanOrEqual(20);
  });

  test.each(pages)('$path', ({ document }) => {
    const translated = [...document.querySelectorAll('main code, main pre')].filter(
      (element) => !element.closest('[translate="no"]'),
    );
    expect(translated.map((element) => element.textContent?.slice(0, 60))).toEqual([]);
  });
});
