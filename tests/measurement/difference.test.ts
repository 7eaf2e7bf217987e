import { describe, expect, it } from 'vitest';
import { differences } from '../../src/measurement/difference.ts';
import type { Cell } from '../../src/measurement/results.ts';
import { cell, claim, factComparison, results, round, roundsBetween } from './measured.ts';

const claims = [claim('X6')];
const slower = cell(roundsBetween(1.5, 1.7));

describe('two results files', () => {
  const rows = (first: Cell[], second: Cell[]) => differences(claims, results(first), results(second));

  it('agree where the verdicts are the same, whatever the figures', () => {
    expect(rows([slower], [cell(roundsBetween(2.5, 2.7))])).toMatchObject([{ outcome: 'agree', claims: ['X6'] }]);
  });

  it.each([
    ['the other way', roundsBetween(0.5, 0.7)],
    ['to no difference', roundsBetween(0.98, 1.02)],
    ['into noise', roundsBetween(0.7, 1.5)],
  ])('have moved %s', (_, rounds) => {
    expect(rows([slower], [cell(rounds)])).toMatchObject([{ outcome: 'moved' }]);
  });

  it.each([
    ['one did not measure', [], 'not measured in the second: “Start-up” has not been measured in Node.js'],
    ['the programs differ', [{ ...slower, programs: [] }], 'the programs of thread are not the same'],
    [
      'one failed',
      [{ ...slower, failures: { process: { reason: 'exited 1', log: '' } } }],
      'not measured in the second: process: exited 1',
    ],
  ])("can't be compared where %s", (_, second, reason) => {
    const [row] = rows([slower], second);
    expect(row?.outcome).toBe('incomparable');
    expect(row?.reason).toContain(reason);
  });

  it('leave out what neither measured', () => {
    expect(rows([], [])).toEqual([]);
  });
});

it('a fact that no longer holds has moved', () => {
  const subject = [claim('X2', { comparisons: [factComparison()] })];
  const [first, second] = [1, 0].map((lost) => results([cell([round({ thread: lost })])]));
  if (!first || !second) throw new Error('two files');
  expect(differences(subject, first, second)).toMatchObject([{ outcome: 'moved' }]);
});
