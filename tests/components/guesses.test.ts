import { describe, expect, it } from 'vitest';
import { type AskedGuess, answerOf, mostMisleading } from '../../src/components/models/guesses.ts';

describe('the answer to a guess', () => {
  it.each([
    ['confirmed', 'process'],
    ['contradicted', 'same'],
    ['no-difference', 'same'],
    ['partly', undefined],
    ['too-noisy', undefined],
    ['not-measured', undefined],
  ] as const)('where the statement is %s, is %s', (kind, answer) => {
    expect(answerOf({ confirmed: 'process', contradicted: 'same' }, kind)).toBe(answer);
  });
});

const asked = (title: string, ...answers: AskedGuess['runtimes'][number]['answer'][]) =>
  ({
    title,
    confirmed: 'thread',
    runtimes: answers.map((answer, index) => ({ label: `runtime ${index + 1}`, answer })),
  }) as AskedGuess;

describe('the question that misleads most', () => {
  it('is the one whose usual answer is wrong in the most runtimes', () => {
    const guesses = [
      asked('Speed', 'thread', 'same', undefined),
      asked('Overhead', 'process', 'same', 'thread'),
      asked('Memory', 'thread', undefined, undefined),
    ];
    const found = mostMisleading(guesses);
    expect(found?.guess.title).toBe('Overhead');
    expect(found?.labels).toEqual(['runtime 1', 'runtime 2']);
  });

  it('is none where the usual answers are right or open', () => {
    expect(mostMisleading([asked('Memory', 'thread', undefined)])).toBeUndefined();
  });
});
