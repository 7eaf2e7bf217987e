import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { describe, expect, test } from 'vitest';
import type { KnownNames } from '../../src/authoring/known-names.ts';
import { checkElement } from '../../src/authoring/remark-components.ts';

const names: KnownNames = {
  components: new Map(),
  claims: new Set(['X6', 'K1']),
  terms: new Set(['gil']),
  citations: new Set(['pep703']),
  published: new Set(['tlpi-fork']),
  errors: new Set(),
  runtimes: new Set(['node', 'c']),
  experiments: new Map([
    [
      'start-up',
      { cases: new Set(['parent-0']), metrics: new Set(['ready']), variants: new Set(['thread', 'process']) },
    ],
  ]),
};

function element(name: string, attributes: Record<string, string>): MdxJsxFlowElement {
  return {
    type: 'mdxJsxFlowElement',
    name,
    children: [],
    attributes: Object.entries(attributes).map(([key, value]) => ({ type: 'mdxJsxAttribute', name: key, value })),
    position: { start: { line: 12, column: 1 }, end: { line: 12, column: 9 } },
  };
}

const check = (name: string, attributes: Record<string, string>) => () =>
  checkElement(element(name, attributes), names, 'content/docs/page.mdx');

describe('names in a page', () => {
  test('that are known pass', () => {
    expect(check('Verdict', { claim: 'X6', runtime: 'c' })).not.toThrow();
    expect(
      check('Chart', { experiment: 'start-up', variants: 'thread process', metric: 'ready', kind: 'bars' }),
    ).not.toThrow();
  });

  test.each([
    ['Verdict', { claim: 'X66' }, 'claim', '"X66"', '"X6"'],
    ['Figure', { experiment: 'startup' }, 'experiment', '"startup"', '"start-up"'],
    ['Figure', { experiment: 'start-up', metric: 'redy' }, 'metric of start-up', '"redy"', '"ready"'],
    ['Figure', { experiment: 'start-up', case: 'parent-1' }, 'case of start-up', '"parent-1"', '"parent-0"'],
    ['Chart', { kind: 'bar' }, 'chart kind', '"bar"', '"bars"'],
    ['Chart', {}, 'chart kind', '""', '"bars"'],
    ['Figure', { experiment: 'start-up', variants: 'thread proces' }, 'variant of start-up', '"proces"', '"process"'],
    ['Term', { id: 'gli' }, 'glossary term', '"gli"', '"gil"'],
    ['Term', {}, 'glossary term', '""', '"gil"'],
    ['Cite', { id: 'pep704' }, 'bibliography entry', '"pep704"', '"pep703"'],
  ])('that are not stop the build: <%s> %o', (name, attributes, kind, found, nearest) => {
    expect(check(name, attributes)).toThrow(
      `page.mdx:12: expected a known ${kind}, found ${found}. Nearest: ${nearest}.`,
    );
  });
});
