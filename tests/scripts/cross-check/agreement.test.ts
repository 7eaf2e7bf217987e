import { expect, test } from 'vitest';
import { closeness, directions, type Row } from '../../../scripts/cross-check/agreement.ts';

const row = (label: string, ours: number, theirs: number): Row => ({ label, unit: 'µs', ours, theirs, command: '' });

test.each([
  [1, 2, true],
  [2, 1, true],
  [2.01, 1, false],
  [1, 2.01, false],
])('ours %d and theirs %d within a factor of two: %s', (ours, theirs, close) => {
  expect(closeness(row('', ours, theirs)).close).toBe(close);
});

test('two tools disagree only when they find the opposite', () => {
  const agrees = (ours: number, theirs: number): boolean | undefined =>
    directions([row('thread', 1, 1), row('process', ours, theirs)])[0]?.agrees;
  expect(agrees(1.5, 1.2)).toBe(true);
  expect(agrees(1.5, 0.8)).toBe(false);
  expect(agrees(0.8, 1.5)).toBe(false);
  expect(agrees(1.5, 0.95)).toBe(true);
  expect(agrees(0.5, 0.5)).toBe(true);
});

test('compares every pair, the later over the earlier', () => {
  const found = directions([row('C', 1, 1), row('Python', 20, 30), row('Node.js', 40, 45)]);
  expect(found.map(({ of, over, ours, theirs }) => [of, over, ours, theirs])).toEqual([
    ['Python', 'C', 20, 30],
    ['Node.js', 'C', 40, 45],
    ['Node.js', 'Python', 2, 1.5],
  ]);
});
