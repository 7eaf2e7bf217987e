import { describe, expect, test } from 'vitest';
import { headersFor, parseHeaders } from '../../../scripts/site/headers.ts';

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

  test('a line that is neither is named', () => {
    expect(() => parseHeaders('/*\nno indent')).toThrow('_headers:2: expected');
  });
});
