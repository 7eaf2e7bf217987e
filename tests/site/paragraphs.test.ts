/** Where lines and paragraphs of a page may begin. */
import { describe, expect, test } from 'vitest';
import { readPages } from './built-site.ts';

const pages = readPages().filter(({ document }) => document.querySelector('.sl-markdown-content'));
const TEXT_NODE = 3;

/** What is loose between blocks has no margins, and on a page saved as Markdown no line of its own. */
function looseText(document: Document): string[] {
  const nodes = [...document.querySelectorAll('.sl-markdown-content')].flatMap((content) => [...content.childNodes]);
  return nodes
    .filter((node) => node.nodeType === TEXT_NODE || node.nodeName === 'SPAN')
    .map((node) => node.textContent?.trim() ?? '')
    .filter(Boolean);
}

describe('every sentence stands in a paragraph', () => {
  test('on many pages', () => {
    expect(pages.length).toBeGreaterThanOrEqual(20);
  });

  test.each(pages)('$path', ({ document }) => {
    expect(looseText(document)).toEqual([]);
  });
});

test('no line of a measured sentence can begin with the sign of a ratio', () => {
  const said = readPages().flatMap(({ path, document }) =>
    [...document.querySelectorAll('.says, .answer-card p, .guess-answer p')].map((element) => ({
      path,
      words: element.textContent ?? '',
    })),
  );
  expect(said.length).toBeGreaterThan(100);
  expect(said.filter(({ words }) => /\d ×/.test(words))).toEqual([]);
});
