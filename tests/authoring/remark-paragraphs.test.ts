import type { Root, RootContent } from 'mdast';
import { expect, it } from 'vitest';
import { remarkParagraphs } from '../../src/authoring/remark-paragraphs.ts';

const component = (name: string, line: number, content: 'text' | 'paragraph' = 'text') =>
  ({
    type: 'mdxJsxFlowElement',
    name,
    attributes: [],
    children: content === 'text' ? [{ type: 'text', value: name }] : [{ type: 'paragraph', children: [] }],
    position: { start: { line, column: 1 }, end: { line, column: 9 } },
  }) as unknown as RootContent;

function shape(...children: RootContent[]): unknown {
  const root: Root = { type: 'root', children };
  remarkParagraphs()(root);
  return root.children.map((node) => (node.type === 'paragraph' ? node.children.map(({ type }) => type) : node.type));
}

it('makes one paragraph of conditional sentences that stand on lines without a gap', () => {
  expect(shape(component('WhenMeasured', 1), component('When', 2), component('WhenMeasured', 4))).toEqual([
    ['mdxJsxTextElement', 'text', 'mdxJsxTextElement'],
    ['mdxJsxTextElement'],
  ]);
});

it('leaves other components, and blocks in a condition, as they are', () => {
  const untouched = [component('Chart', 1), component('When', 2, 'paragraph')];
  expect(shape(...untouched)).toEqual(['mdxJsxFlowElement', 'mdxJsxFlowElement']);
});
