import { expect, test } from 'vitest';
import { logTicks, tick, valueAxis } from '../../src/charts/axis.ts';

test('the unit is the one in which the largest value has one to three digits', () => {
  expect(valueAxis([0.02, 0.08], 'ms', 'Time', true).unit).toBe('µs');
  expect(valueAxis([2, 80], 'ms', 'Time', true).unit).toBe('ms');
  expect(valueAxis([2, 8000], 'ms', 'Time', true).unit).toBe('s');
  expect(valueAxis([2048], 'KiB', 'Memory', true).unit).toBe('MiB');
  expect(valueAxis([400], 'count', 'Switches', true).label).toBe('Switches');
});

test('values are converted with their axis', () => {
  expect(valueAxis([0.02, 0.08], 'ms', 'Time', true).scale(0.08)).toBeCloseTo(80);
});

test('a log axis only where it is needed, allowed and possible, and said in words', () => {
  expect(valueAxis([1, 100], 'ms', 'Time', true).label).toBe('Time (ms), logarithmic: equal steps are equal factors');
  expect(valueAxis([1, 10], 'ms', 'Time', true)).toMatchObject({ log: false, label: 'Time (ms)' });
  expect(valueAxis([1, 100], 'ms', 'Time', false).log).toBe(false);
  expect(valueAxis([0, 100], 'ms', 'Time', true).log).toBe(false);
});

test('log ticks are round numbers inside the values', () => {
  expect(logTicks(0.7, 12)).toEqual([1, 2, 5, 10]);
  expect(logTicks(0.9, 120)).toEqual([1, 3, 10, 30, 100]);
  expect(logTicks(1, 1e6)).toEqual([1, 10, 100, 1000, 10_000, 100_000, 1_000_000]);
});

test.each([
  [5e-324, 1],
  [0, 1],
  [1, Number.POSITIVE_INFINITY],
  [Number.NaN, 1],
  [1e-200, 1e200],
])('values from %d to %d give no ticks rather than hundreds', (low, high) => {
  expect(logTicks(low, high)).toEqual([]);
  expect(valueAxis([low, high], 'ms', 'Time', true).log).toBe(false);
});

test.each([
  [0, '0'],
  [0.25, '0.25'],
  [64, '64'],
  [1024, '1,024'],
  [10_000, '10K'],
  [14_000_000, '14M'],
])('the tick at %d reads %s', (value, words) => {
  expect(tick(value)).toBe(words);
});

test('an axis writes its thousands one way', () => {
  expect([0, 1, 1000, 10_000].map((value) => tick(value, 10_000))).toEqual(['0', '1', '1K', '10K']);
  expect([0, 500, 2000].map((value) => tick(value, 2000))).toEqual(['0', '500', '2,000']);
});
