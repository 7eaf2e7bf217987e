/** The card at the top of a claim page gives each claim the verdict that the claim has everywhere else. */
import { describe, expect, test } from 'vitest';
import { formatInterval } from '../../src/measurement/units.ts';
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

/** The interval that is written under a strip, else the one in the sentence beside it; one number where both ends round to it. */
const intervalIn = (under: string, says: string) => {
  const [, drawn] = under.split('The picture shows ');
  const pattern = drawn === undefined ? /[\d.,]+ to [\d.,]+ ×/ : /[\d.,]+( to [\d.,]+)? ×(?=\)|$)/;
  return pattern.exec(drawn ?? says)?.[0];
};

const wordsOf = (element: Element | null | undefined) => (element?.textContent ?? '').replaceAll('\u00a0', ' ');

/** The ends of the interval that a strip shows, as they are written: from its places back to ratios. */
function drawnEnds(strip: Element): { lower: number; upper: number } {
  const reach = Number.parseFloat((strip.querySelector('text:last-of-type')?.textContent ?? '').replaceAll(',', ''));
  const width = Number(strip.querySelector('text:last-of-type')?.getAttribute('x'));
  const path = strip.querySelector('g:not(.strip-other) .strip-interval')?.getAttribute('d') ?? '';
  const [, from = '', to = ''] = /^M([\d.]+) [\d.]+H([\d.]+)/.exec(path) ?? [];
  const ratioAt = (place: string) => reach ** ((2 * Number(place)) / width - 1);
  return { lower: ratioAt(from), upper: ratioAt(to) };
}

const strips = [...pages].flatMap(([path, document]) =>
  [...document.querySelectorAll('.interval-strip')].flatMap((strip) => {
    const under = wordsOf(strip.nextElementSibling);
    const says = wordsOf(strip.parentElement?.querySelector(':scope > .answer-says, :scope > .says'));
    const interval = intervalIn(under, says);
    return interval === undefined ? [] : [{ path, strip, says, under, interval }];
  }),
);

describe('a strip', () => {
  test('stands beside sentences of every kind', () => {
    expect(strips.length).toBeGreaterThan(50);
    expect(strips.some(({ strip }) => strip.closest('.answer-card'))).toBe(true);
    expect(strips.some(({ strip }) => strip.closest('.case-verdict'))).toBe(true);
  });

  test('shows the interval that is said beside it, on the side that is said', () => {
    const written = (text: string) => text.split(/ to | ×/).map((one) => Number.parseFloat(one.replaceAll(',', '')));
    const apart = strips.flatMap(({ path, strip, says, interval }) => {
      const drawn = drawnEnds(strip);
      const [lower = 0, upper] = written(interval);
      const isClose = (a: number, b: number) => Math.abs(a / b - 1) < 0.06;
      return isClose(drawn.lower, lower) && isClose(drawn.upper, upper || lower)
        ? []
        : [`${path}: ${says} drawn from ${formatInterval(drawn)}`];
    });
    expect(apart).toEqual([]);
  });

  test('names what is divided by what', () => {
    for (const { path, under } of strips) expect(under, path).toMatch(/\S ÷ \S/);
  });
});
