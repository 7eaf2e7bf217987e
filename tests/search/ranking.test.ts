import { expect, test } from 'vitest';
import { rankTogether } from '../../src/search/ranking.ts';

test('more of the words come before one of them more often', () => {
  const ranked = rankTogether([
    [
      { id: 'both', score: 1 },
      { id: 'one', score: 3 },
    ],
    [{ id: 'both', score: 1 }],
  ]);
  expect(ranked.map(({ id }) => id)).toEqual(['both', 'one']);
  expect(ranked[0]?.words).toEqual([0, 1]);
});

test('a word that nothing has does not count against anybody', () => {
  expect(rankTogether([[{ id: 'a', score: 2 }], []])[0]?.score).toBe(2);
});

test('what is named exactly comes first', () => {
  const found = [
    { id: 'often', score: 9 },
    { id: 'named', score: 1 },
  ];
  expect(rankTogether([found], 'named')[0]?.id).toBe('named');
});
