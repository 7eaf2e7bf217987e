import { describe, expect, test } from 'vitest';
import { baseOf, headersFor, parseHeaders, placeHeaders } from '../../../scripts/site/headers.ts';

const text = `# a comment
/*
  A: everywhere
  B: replaced
/deep/*
  B: deeper
  ! A
`;

describe('_headers', () => {
  test('a later rule wins, and can take a header away', () => {
    const rules = parseHeaders(text);
    expect(Object.fromEntries(headersFor('/', rules))).toEqual({ A: 'everywhere', B: 'replaced' });
    expect(Object.fromEntries(headersFor('/deep/page', rules))).toEqual({ B: 'deeper' });
  });

  test('for a site under a path, every rule is for that path', () => {
    const rules = parseHeaders(placeHeaders(text, '/here/'));
    expect(rules.map(({ pattern }) => pattern)).toEqual(['/here/*', '/here/deep/*']);
    expect(baseOf(rules)).toBe('/here/');
    expect(headersFor('/', rules).size).toBe(0);
    expect(() => baseOf(parseHeaders('/page\n  A: only there'))).toThrow('expected a first rule for the whole site');
  });

  test('a line that is neither is named', () => {
    expect(() => parseHeaders('/*\nno indent')).toThrow('_headers:2: expected');
  });
});
