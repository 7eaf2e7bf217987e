import { expect, test } from 'vitest';
import { capitalised, day, midSentence, sentence, verdictWord } from '../../src/text/wording.ts';

test('a verdict that was reached has its word, one that was not says why', () => {
  expect(verdictWord('confirmed', undefined)).toBe('confirmed');
  expect(verdictWord('too-noisy', undefined)).toBe('too noisy');
  expect(verdictWord('not-measured', 'stale')).toBe('stale');
  expect(verdictWord('not-measured', 'failed')).toBe('failed');
  expect(verdictWord('not-measured', 'not-applicable')).toBe('does not apply');
  expect(verdictWord('not-measured', 'unavailable')).toBe('not measured here');
});

test('dates are days of the universal calendar', () => {
  expect(day('2026-09-30T23:59:00.000Z')).toBe('30 September 2026');
});

test('a reason ends in one full stop', () => {
  expect(sentence('no compiler')).toBe('no compiler.');
  expect(sentence('no compiler..')).toBe('no compiler.');
});

test.each([
  ['Same core, 32 KiB each', 'same core, 32 KiB each'],
  ['A core for each', 'a core for each'],
  ['ProcessPoolExecutor with four', 'ProcessPoolExecutor with four'],
  ['SIGKILL sent', 'SIGKILL sent'],
  ['4 idle workers', '4 idle workers'],
])('in the middle of a sentence %s reads %s', (label, read) => {
  expect(midSentence(label)).toBe(read);
});

test('a line begins with a capital where it begins with a letter', () => {
  expect(capitalised("a thread's write")).toBe("A thread's write");
  expect(capitalised('4 idle workers')).toBe('4 idle workers');
});
