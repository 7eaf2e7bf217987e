/** What is loose between the blocks of a page has no margins, and on a page saved as Markdown no line of its own. */
import { describe, expect, test } from 'vitest';
import { readPages } from './built-site.ts';

const pages = readPages().filter(({ document }) => document.querySelector('.sl-markdown-content'));
const TEXT_NODE = 3;

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
