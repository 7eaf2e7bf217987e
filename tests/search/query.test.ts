import { describe, expect, test } from 'vitest';
import { askedLine, correctWord, queryWords, sameSpelling } from '../../src/search/query.ts';

describe('queryWords', () => {
  test.each([
    ['what is a thread', ['thread']],
    ['how does it', ['how', 'does', 'it']],
    ['x += 1', ['x', '+=', '1']],
    ['child_process.fork vs worker_threads', ['child_process.fork', 'worker_threads']],
    ['__main__', ['__main__']],
    ["Can't pickle <function <lambda> at 0x7f3c>", ["can't", 'pickle', 'function', 'lambda']],
    ['thread Thread THREAD', ['thread']],
    ['?!', []],
  ])('%s', (query, words) => expect(queryWords(query)).toEqual(words));
});

describe('sameSpelling', () => {
  test.each([
    ['Multi-threading', 'multithreading'],
    ['thread pools', 'Thread pool'],
    ['I/O bound', 'I/O-bound'],
    ['no-GIL', 'nogil'],
  ])('%s and %s', (a, b) => expect(sameSpelling(a)).toBe(sameSpelling(b)));

  test('different words stay different', () => expect(sameSpelling('process')).not.toBe(sameSpelling('program')));
});

describe('askedLine', () => {
  test.each([
    ['  thread pool ', 'thread pool'],
    [
      'Traceback (most recent call last):\n  File "x.py", line 1\nBrokenPipeError: [Errno 32] Broken pipe\n',
      'BrokenPipeError: [Errno 32] Broken pipe',
    ],
    ['', ''],
  ])('of %j is %j', (query, line) => expect(askedLine(query)).toBe(line));

  test('is never longer than a line that somebody would read', () => {
    expect(askedLine('word '.repeat(10_000)).length).toBeLessThanOrEqual(300);
  });
});

describe('correctWord', () => {
  const known = ['content', 'context', 'mutex', 'switch', 'pickle', 'parallelism', 'share', 'thread'];
  test.each([
    ['swich', 'switch'],
    ['pickel', 'pickle'],
    ['contxet', 'context'],
    ['mutxe', 'mutex'],
    ['paralellism', 'parallelism'],
    ['threads', 'threads'],
    ['shared', 'shared'],
    ['banana', 'banana'],
    ['gil', 'gil'],
    ['worker_thread', 'worker_thread'],
  ])('%s is read as %s', (typed, read) => expect(correctWord(typed, known)).toBe(read));
});
