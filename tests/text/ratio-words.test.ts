import { expect, test } from 'vitest';
import { ratioInWords } from '../../src/text/ratio-words.ts';

const words = { more: 'slower', less: 'faster', same: 'as fast' };
const ratio = (lower: number, estimate: number, upper: number) => ({ estimate, interval: { lower, estimate, upper } });

test('says a difference only where the whole interval lies beyond the margin', () => {
  expect(ratioInWords(ratio(2.4, 2.6, 2.9), words, 1.1)).toBe('2.6 × slower');
  expect(ratioInWords(ratio(0.4, 0.5, 0.6), words, 1.1)).toBe('2.0 × faster');
  expect(ratioInWords(ratio(1.05, 2, 4), words, 1.1)).toBe('not shown to be slower or faster');
});

test('says sameness only where the whole interval lies within the margin', () => {
  expect(ratioInWords(ratio(0.95, 1, 1.05), words, 1.1)).toBe('as fast');
  expect(ratioInWords(ratio(0.8, 1, 1.05), words, 1.1)).toBe('not shown to be slower or faster');
});

test('without an interval nothing is shown', () => {
  expect(ratioInWords({ estimate: 5, interval: null }, words, 1.1)).toBe('not shown to be slower or faster');
});
