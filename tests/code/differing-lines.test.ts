import { expect, test } from 'vitest';
import { differingLines } from '../../src/code/differing-lines.ts';

test('marks what only one side has', () => {
  const [left, right] = differingLines('a\nthread\nc', 'a\nprocess\nc');
  expect(left).toEqual([false, true, false]);
  expect(right).toEqual([false, true, false]);
});

test('gives one flag a line on each side', () => {
  const [left, right] = differingLines('a\nb', 'a\nx\ny\nb\nz');
  expect(left).toHaveLength(2);
  expect(right).toEqual([false, true, true, false, true]);
});

test('indentation and blank lines are no difference', () => {
  expect(differingLines('if x:\n  y', 'if x:\n    y')).toEqual([
    [false, false],
    [false, false],
  ]);
  expect(differingLines('a\nb', 'a\n\nb')[1]).toEqual([false, false, false]);
});
