import { expect, test } from 'vitest';
import { furtherPages } from '../../../scripts/bench/compare-builds.ts';

test('what each further page costs is told from one number of pages to the next', () => {
  const built = (pages: number, plain: number, own: number) => ({
    pages,
    plain: { seconds: plain, processor: null, memory: null },
    own: { seconds: own, processor: null, memory: null },
  });
  expect(furtherPages([built(50, 10, 20)])).toEqual([]);
  expect(furtherPages([built(50, 10, 20), built(100, 15, 30), built(100, 15, 30), built(300, 35, 90)])).toEqual([
    { from: 50, to: 100, plain: 100, own: 200 },
    { from: 100, to: 300, plain: 100, own: 300 },
  ]);
});
