/**
 * The site built on two quite different results: as measured, and with thread and process exchanged. Whatever it says
 * about the two must change sides with them, and what does not change must not take sides.
 */
import { describe, expect, test } from 'vitest';
import { mirroredSite, readPages } from './built-site.ts';

const straight = new Map(readPages().map((page) => [page.path, page.document]));
const mirrored = new Map(readPages(mirroredSite).map((page) => [page.path, page.document]));
const claimPages = [...straight.keys()].filter((path) => /^\/claims\/.+\/$/.test(path));

const texts = (document: Document | undefined, selector: string) =>
  [...(document?.querySelectorAll(selector) ?? [])].map((element) => element.textContent?.trim() ?? '');

/** Words that take a side between thread and process. */
const comparative =
  /\b(slower|faster|lighter|heavier|cheaper|dearer|sooner|quicker|more memory|less memory|times as (?:long|much))\b/;
/** What may hold them in text that doesn't change: a claim quoted, a condition, a source. */
const hedged = /folklore|said|claim|would|\bmay\b|\bcan\b|\bif\b|\bwhen\b|whether|\?|supposed|believ|expect/i;

/** Sentences of a page that come from no result: components' output, quotations and published figures are left out. */
function fixedSentences(document: Document): string[] {
  const main = document.querySelector('.sl-markdown-content')?.cloneNode(true) as Element | undefined;
  const fromResults =
    '.ratio, .figure, .absent, .when, .verdicts, .published, .not-content, blockquote, pre, table, figure, h2, h3';
  return [...(main?.querySelectorAll('p, li') ?? [])]
    .filter(
      (element) => !element.closest(fromResults) && !element.querySelector('.ratio, .figure, .absent, .cite, .when'),
    )
    .flatMap((element) => (element.textContent ?? '').split(/(?<=[.?!])\s+/));
}

describe('on exchanged results', () => {
  test('there are claim pages to compare, with verdicts of both kinds', () => {
    expect([...mirrored.keys()].sort()).toEqual([...straight.keys()].sort());
    expect(claimPages.length).toBeGreaterThan(0);
    const verdicts = claimPages.flatMap((path) => texts(straight.get(path), '.verdict-row .chip'));
    expect(verdicts).toContain('confirmed');
    expect(verdicts).toContain('contradicted');
  });

  test('figures and fixed sentences are found where they are looked for, and figures do turn', () => {
    const ratios = (site: Map<string, Document>) => claimPages.flatMap((path) => texts(site.get(path), '.ratio'));
    expect(ratios(straight).length).toBeGreaterThan(0);
    expect(ratios(mirrored)).not.toEqual(ratios(straight));
    for (const path of claimPages) expect(fixedSentences(straight.get(path) as Document), path).not.toEqual([]);
  });

  test('a cost that was confirmed for processes is not confirmed any more', () => {
    for (const [page, claim] of [
      ['/claims/start-up/', 'x6'],
      ['/claims/memory/', 'x4'],
    ] as const) {
      const rows = (site: Map<string, Document>) => texts(site.get(page), `#${claim} .verdict-row .chip`);
      const before = rows(straight);
      const after = rows(mirrored);
      expect(before, claim).toContain('confirmed');
      for (const [index, verdict] of before.entries()) {
        if (verdict === 'confirmed') expect(after[index], `${claim}, row ${index}`).not.toBe('confirmed');
      }
    }
  });

  test.each(claimPages)('%s never says of one side what its figures say of the other', (path) => {
    const before = texts(straight.get(path), '.ratio');
    const after = texts(mirrored.get(path), '.ratio');
    const sided = before.filter((text, index) => /× (slower|longer|more|dearer)/.test(text) && text === after[index]);
    expect(sided.filter((text) => !/^1(\.0\d)? ×/.test(text))).toEqual([]);
  });

  test.each(claimPages)('%s takes no side where the text is fixed', (path) => {
    const document = straight.get(path);
    const sided = fixedSentences(document as Document).filter(
      (sentence) =>
        /\b(thread|process|fork|spawn|worker)/i.test(sentence) && comparative.test(sentence) && !hedged.test(sentence),
    );
    expect(sided).toEqual([]);
  });
});
