/** The card at the top of a claim page gives each claim the verdict that the claim has everywhere else. */
import { describe, expect, test } from 'vitest';
import { readPages } from './built-site.ts';

const pages = new Map(readPages().map(({ path, document }) => [path, document]));
const cards = [...pages].flatMap(([path, document]) =>
  [...document.querySelectorAll('.answer-card > .for-runtime')].map((card) => ({ path, card })),
);

/** The word in the section that judges a claim in a runtime. */
function judged(href: string, runtime: string): string | undefined {
  const { pathname, hash } = new URL(href, 'https://site.test');
  const row = pages.get(pathname)?.querySelector(`${hash} .verdict-tally [data-row-runtime="${runtime}"] .chip`);
  return row?.textContent?.trim();
}

describe('the answer card', () => {
  test('stands on the claim pages, in every runtime of the switch', () => {
    expect(new Set(cards.map(({ path }) => path)).size).toBeGreaterThanOrEqual(10);
    expect(new Set(cards.map(({ card }) => card.getAttribute('data-runtime'))).size).toBeGreaterThanOrEqual(3);
  });

  test.each(cards)('$path, card $#, says of each claim what its section says', ({ card }) => {
    const runtime = card.getAttribute('data-runtime') ?? '';
    const rows = [...card.querySelectorAll('.answer-claim, .answer-rest li')].map((row) => ({
      href: row.querySelector('a:not(.chip)')?.getAttribute('href') ?? '',
      chip: row.querySelector('.chip')?.textContent?.trim(),
    }));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows).toEqual(rows.map(({ href }) => ({ href, chip: judged(href, runtime) })));
  });
});
