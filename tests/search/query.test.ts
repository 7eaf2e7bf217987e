import { describe, expect, test } from 'vitest';
import { correctWord, editDistance, queryWords, sameSpelling } from '../../src/search/query.ts';

describe('queryWords', () => {
  test.each([
    ['what is a thread', ['thread']],
    ['how does it', ['how', 'does', 'it']],
    ['x += 1', ['x', '+=', '1']],
    ['child_process.fork vs worker_threads', ['child_process.fork', 'vs', 'worker_threads']],
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

describe('editDistance', () => {
  test.each([
    ['pickel', 'pickle', 1],
    ['swich', 'switch', 1],
    ['mutlithreading', 'multithreading', 1],
    ['lock', 'lock', 0],
    ['lock', 'deadlock', 3],
  ])('%s → %s', (a, b, edits) => expect(editDistance(a, b, 2)).toBe(edits));
});

describe('correctWord', () => {
  const known = ['context', 'switch', 'pickle', 'parallelism', 'share', 'thread'];
  test.each([
    ['swich', 'switch'],
    ['paralellism', 'parallelism'],
    ['threads', 'threads'],
    ['shared', 'shared'],
    ['banana', 'banana'],
    ['gil', 'gil'],
    ['worker_thread', 'worker_thread'],
  ])('%s is read as %s', (typed, read) => expect(correctWord(typed, known)).toBe(read));
});
