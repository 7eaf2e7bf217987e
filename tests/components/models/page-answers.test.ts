import { expect, it } from 'vitest';
import { recipeFor, sameCase } from '../../../src/components/models/page-answers.ts';
import { judgeClaim } from '../../../src/measurement/verdict.ts';
import { cell, claim, evidence, roundsBetween } from '../../measurement/measured.ts';

it('a page gives the advice that its own experiment is the reason for', () => {
  expect(recipeFor(['K4', 'A5'], 'crashes', 'node')?.take).toBe('a process');
  expect(recipeFor(['K5', 'X1'], 'gil', 'cpython')?.question).toBe('Whose code computes?');
});

it('what an answer costs besides, or another page has measured, is no advice', () => {
  expect(recipeFor(['X6', 'K6'], 'start-up', 'node')).toBeUndefined();
  expect(recipeFor(['X4', 'K6'], 'memory', 'cpython')).toBeUndefined();
});

it('another machine is drawn on the side that the sentence of the first one says', () => {
  const slower = claim('X6');
  const on = (lowest: number, highest: number) =>
    judgeClaim(slower, 'node', evidence([cell(roundsBetween(lowest, highest))]));
  const estimateBeside = (first: ReturnType<typeof on>) =>
    first.decisive && sameCase(on(2, 3), first.decisive)?.estimate.toFixed(2);
  expect(estimateBeside(on(4, 5))).toBe('2.45');
  expect(estimateBeside(on(1 / 5, 1 / 4))).toBe('0.41');
  const first = on(4, 5).decisive;
  expect(first && sameCase(judgeClaim(slower, 'node', evidence([])), first)).toBeUndefined();
});
