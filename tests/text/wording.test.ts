import { expect, test } from 'vitest';
import {
  capitalised,
  captionOf,
  day,
  days,
  listed,
  midSentence,
  sentence,
  spokenVersion,
  unbroken,
  verdictWord,
  versioned,
} from '../../src/text/wording.ts';
import { results } from '../measurement/measured.ts';

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
  expect(days(['2026-10-02T09:00:00Z', '2026-09-30T23:59:00Z', '2026-10-01T09:00:00Z'])).toBe(
    '30 September–2 October 2026',
  );
  expect(days(['2026-09-30T23:59:00Z', '2026-09-30T01:00:00Z'])).toBe('30 September 2026');
  expect(days([])).toBe('');
});

test('a label with a comma is told apart in a list', () => {
  expect(listed(['CPython', 'CPython, free-threaded', 'C'])).toBe('CPython, CPython (free-threaded) and C');
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
  expect(capitalised('scripts/measure.ts has changed')).toBe('scripts/measure.ts has changed');
});

test.each([
  ['Node.js', '24.21.0', 'Node.js 24.21.0', '24.21'],
  ['CPython 3.14.8', '3.14.8', 'CPython 3.14.8', '3.14'],
  ['C', 'cc (Debian 12.2.0-14+deb12u1) 12.2.0', 'C (cc 12.2.0)', 'cc 12.2'],
])('%s with the version %s reads %s', (label, version, read, spoken) => {
  expect(versioned(label, version)).toBe(read);
  expect(spokenVersion(version)).toBe(spoken);
});

test('a label without a version stays what it is', () => {
  expect(versioned('C', undefined)).toBe('C');
});

test('a caption names runtime, what is special about it, machine, every day, rounds and profile', () => {
  const machine = { ...results([]).machine, label: 'The bench' };
  const source = { machine, origin: 'reference', profile: 'full', version: '3.13.1', caveat: 'no JIT' } as const;
  const days = ['2026-11-23T01:00:00Z', '2026-11-22T01:00:00Z', '2026-11-22T09:00:00Z'];
  const figures = days.map((date, index) => ({ ...source, date, rounds: 15 + index }));
  expect(captionOf('CPython', figures)).toBe(
    'CPython 3.13.1, no JIT; reference machine, The bench; 22–23 November 2026; 15 to 17 rounds, full profile.',
  );
  expect(captionOf('CPython', [])).toBe('');
});

test('no line begins with a sign or a unit', () => {
  expect(unbroken('1.30 × as long, 99 % of 20 ms in 3 rounds')).toBe(
    '1.30\u00a0× as long, 99\u00a0% of 20\u00a0ms in 3 rounds',
  );
});
