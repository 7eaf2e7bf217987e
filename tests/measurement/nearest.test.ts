import { expect, test } from 'vitest';
import { nearest } from '../../src/measurement/nearest.ts';

test('the nearest name ignores case', () => {
  expect(nearest('x6', ['K1', 'X6'])).toBe('X6');
  expect(nearest('any', [])).toBeUndefined();
});

test('a name of which more than half would change is not what was meant', () => {
  expect(nearest('start-up', ['memory', 'races'])).toBeUndefined();
  expect(nearest('start-up', ['memory'], Number.POSITIVE_INFINITY)).toBe('memory');
});
