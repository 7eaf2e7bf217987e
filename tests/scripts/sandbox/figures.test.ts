import { describe, expect, test } from 'vitest';
import { figuresOf, median, ratio, ratioInWords, spread } from '../../../scripts/sandbox/run/figures.mjs';

test('figures are the lines name = number', () => {
  expect(figuresOf('hello\nready = 1.5 ms\nlost = 3\nnot a = figure\nleft = -550 KiB\n')).toEqual({
    ready: 1.5,
    lost: 3,
    left: -550,
  });
});

test('the median is the middle one, or the mean of the middle two', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
});

test('a figure shows its median and from where to where the rounds went', () => {
  expect(spread([12.345, 11, 14], 'ms')).toBe('12.3 ms (11 to 14)');
  expect(spread([4_000_000], 'count')).toBe('4,000,000');
  expect(spread([45, 45], 'MiB')).toBe('45 MiB');
});

describe('a ratio', () => {
  const inWords = (values: number[], others: number[]): string => {
    const found = ratio(values, others);
    return found ? ratioInWords(found, 'thread', values.length) : '';
  };

  test('pairs the rounds: what slows a whole round leaves it as it is', () => {
    expect(inWords([20, 200, 20], [10, 100, 10])).toBe('2 × thread (2 to 2)');
  });

  test('says so where the rounds do not agree on which is more', () => {
    expect(inWords([900, 450, 500], [454, 460, 510])).toContain('(0.978 to 1.98): these rounds cannot tell them apart');
  });

  test('of one round says little, and of nothing nothing', () => {
    expect(inWords([20], [10])).toContain('one round says little');
    expect(inWords([1, 2], [0, 1])).toBe('');
  });
});
