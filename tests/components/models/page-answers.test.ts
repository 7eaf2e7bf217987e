import { expect, it } from 'vitest';
import { recipeFor } from '../../../src/components/models/page-answers.ts';

it('a page gives the advice that its own experiment is the reason for', () => {
  expect(recipeFor(['K4', 'A5'], 'crashes', 'node')?.take).toBe('a process');
  expect(recipeFor(['K5', 'X1'], 'gil', 'cpython')?.question).toBe('Whose code computes?');
});

it('what an answer costs besides, or another page has measured, is no advice', () => {
  expect(recipeFor(['X6', 'K6'], 'start-up', 'node')).toBeUndefined();
  expect(recipeFor(['X4', 'K6'], 'memory', 'cpython')).toBeUndefined();
});
