import { describe, expect, it } from 'vitest';
import type { FactComparison, RatioComparison } from '../../src/measurement/claim.ts';
import { evidenceFrom } from '../../src/measurement/evidence.ts';
import type { Cell } from '../../src/measurement/results.ts';
import { caseSentence, comparisonSentence, saidRatio, shortSentences } from '../../src/measurement/sentence.ts';
import { formatInterval } from '../../src/measurement/units.ts';
import { judgeComparison } from '../../src/measurement/verdict.ts';
import {
  cell,
  evidence,
  factComparison,
  gate,
  ratioComparison,
  results,
  round,
  roundsBetween,
  session,
} from './measured.ts';

const words = (_: string, id: string) => ({ small: '64 B', large: '64 KiB', huge: '8 MiB' })[id] ?? id;

function said(comparison: RatioComparison | FactComparison, ...cells: Cell[]): string {
  return comparisonSentence(judgeComparison(comparison, 'node', evidence(cells)), words);
}

describe('a ratio', () => {
  it.each([
    [11, 13, 'greater', 'a process took 12 × as long to start as a thread (11 to 13 ×)'],
    [1 / 13, 1 / 11, 'greater', 'a thread took 12 × as long to start as a process (11 to 13 ×)'],
    [0.98, 1.02, 'greater', 'a process started about as soon as a thread (0.99 to 1.01 ×)'],
    [0.98, 1.02, 'same', 'a process started about as soon as a thread (0.99 to 1.01 ×)'],
    [0.5, 2, 'greater', 'a process took 0.61 to 1.64 × as long to start as a thread, too noisy to tell'],
  ] as const)('from %d to %d, expected %s, reads: %s', (lowest, highest, expected, sentence) => {
    expect(said(ratioComparison({ expect: expected }), cell(roundsBetween(lowest, highest)))).toBe(sentence);
  });

  it.each([
    [
      1.25,
      1.65,
      1.5,
      'a process took 1.44 × as long to start as a thread (1.30 to 1.59 ×), not settled: a difference, but perhaps less than the 1.50 × that counts',
    ],
    [
      1.3,
      1.4,
      1.5,
      'a process took 1.35 × as long to start as a thread (1.31 to 1.39 ×), not settled: a difference, at most 1.39 ×',
    ],
    [
      0.99,
      1.14,
      1.1,
      'a process took 1.06 × as long to start as a thread (1.01 to 1.12 ×), not settled: a difference, but perhaps less than the 1.10 × that counts',
    ],
    [
      0.96,
      1.14,
      1.1,
      'a process took 1.05 × as long to start as a thread (0.98 to 1.11 ×), not settled: perhaps no difference, at most 1.11 ×',
    ],
  ] as const)(
    'from %d to %d at a margin of %d is not settled, and says what is known',
    (lowest, highest, margin, sentence) => {
      expect(said(ratioComparison({ margin }), cell(roundsBetween(lowest, highest)))).toBe(sentence);
    },
  );

  it('of a noisy session names the margin that its noise has widened', () => {
    const control = { rounds: roundsBetween(0.8, 1.25) };
    const source = evidence([cell(roundsBetween(1.2, 1.22))], { sessions: [session({ control, gates: [] })] });
    expect(comparisonSentence(judgeComparison(ratioComparison(), 'node', source), words)).toMatch(
      /not settled: a difference, at most 1\.2\d ×$/,
    );
  });

  it('of too few rounds says that they are too few', () => {
    expect(said(ratioComparison(), cell(roundsBetween(11, 13, 12)))).toBe(
      'a process took 12 × as long to start as a thread (11 to 13 ×), not settled: too few rounds',
    );
  });

  it('that turns on one round says so', () => {
    expect(said(ratioComparison(), cell(roundsBetween(1.085, 1.22)))).toMatch(
      /, not settled: leaving out one round would change the verdict$/,
    );
  });

  it('that a gate forbade says so, and nothing of the ratio', () => {
    const busy = cell(roundsBetween(11, 13), { gates: [gate('pressure', 'failed', 'tasks waited for a CPU')] });
    expect(said(ratioComparison(), busy)).toBe('the machine was not quiet enough to tell: tasks waited for a CPU');
  });

  it('whose interval rounds to one number says that number once', () => {
    expect(said(ratioComparison(), cell(roundsBetween(12, 12.001)))).toBe(
      'a process took 12 × as long to start as a thread',
    );
    expect(said(ratioComparison(), cell(roundsBetween(1.07, 1.0701)))).toBe(
      'a process started about as soon as a thread (1.07 ×)',
    );
  });

  it.each([
    [11, 13, 2, 'a process took 12 × as long to start as a thread (11 to 13 ×, scaled to two free cores)'],
    [12, 12.001, 4, 'a process took 12 × as long to start as a thread (scaled to 4 free cores)'],
    [
      0.5,
      2,
      2,
      'a process took 0.61 to 1.64 × as long to start as a thread (scaled to two free cores), too noisy to tell',
    ],
  ] as const)('from %d to %d, scaled to the cores of %d units, says so', (lowest, highest, speedUpOn, sentence) => {
    expect(said(ratioComparison({ speedUpOn }), cell(roundsBetween(lowest, highest)))).toBe(sentence);
  });

  it('never says of a decided interval what it does not show', () => {
    const comparison = ratioComparison();
    const [one] = judgeComparison(comparison, 'node', evidence([cell(roundsBetween(2, 3))])).cases;
    expect(one && caseSentence(comparison, one)).toMatch(/^a process took 2\.4 × as long/);
  });
});

it('of stale figures says that they are out of date, and why', () => {
  const why = 'thread.ts has changed since it was measured';
  const source = evidenceFrom({ results: results([cell(roundsBetween(2, 3))]), origin: 'local', stale: () => why });
  expect(comparisonSentence(judgeComparison(ratioComparison(), 'node', source), words)).toBe(
    `the figures are out of date: ${why}`,
  );
});

describe('several cases', () => {
  const three = ratioComparison({ cases: ['small', 'large', 'huge'] });
  const at = (name: string, lowest: number, highest: number) => cell(roundsBetween(lowest, highest), { case: name });

  it('that came out alike share a sentence with the range of their ratios', () => {
    expect(said(three, at('small', 2, 2.2), at('large', 3, 3.2), at('huge', 11, 13))).toBe(
      'a process took 2.1 to 12 × as long to start as a thread',
    );
  });

  it('that differ are named, neighbours together: the sentence says where it turns', () => {
    expect(said(three, at('small', 0.98, 1.02), at('large', 3, 3.2), at('huge', 11, 13))).toBe(
      '64 B: a process started about as soon as a thread (0.99 to 1.01 ×); 64 KiB and 8 MiB: a process took 3.1 to 12 × as long to start as a thread',
    );
  });
});

describe('several cases in short', () => {
  const three = ratioComparison({ cases: ['small', 'large', 'huge'] });
  const at = (name: string, lowest: number, highest: number) => cell(roundsBetween(lowest, highest), { case: name });
  const short = (comparison: RatioComparison, ...cells: Cell[]) =>
    shortSentences(judgeComparison(comparison, 'node', evidence(cells)), words);

  it('that came out alike are one sentence', () => {
    expect(short(three, at('small', 2, 2.2), at('large', 3, 3.2), at('huge', 11, 13))).toEqual([
      'a process took 2.1 to 12 × as long to start as a thread',
    ]);
  });

  it('say what is settled before what speaks against', () => {
    expect(short(three, at('small', 2, 2.2), at('large', 0.98, 1.02), at('huge', 11, 13))).toEqual([
      '64 B and 8 MiB: a process took 2.1 to 12 × as long to start as a thread',
      '64 KiB: a process started about as soon as a thread (0.99 to 1.01 ×)',
    ]);
  });

  it('of more than two alike say how many they are', () => {
    const four = ratioComparison({ cases: ['small', 'large', 'huge', 'open'] });
    const cells = [at('small', 2, 2.2), at('large', 3, 3.2), at('huge', 11, 13), at('open', 0.5, 2)];
    expect(short(four, ...cells)).toEqual([
      'in 3 of 4 cases, a process took 2.1 to 12 × as long to start as a thread',
      'open: a process took 0.61 to 1.64 × as long to start as a thread, too noisy to tell',
    ]);
  });

  it('on both sides of 1 share the range of their ratios', () => {
    const noGain = ratioComparison({ expect: 'not-greater', margin: 1.5, cases: ['small', 'large'] });
    expect(short(noGain, at('small', 0.7, 0.71), at('large', 1.3, 1.31))).toEqual([
      'a process took 0.70 to 1.30 × as long to start as a thread',
    ]);
  });
});

describe('several cases that stay open', () => {
  const three = ratioComparison({ cases: ['small', 'large', 'huge'] });
  const at = (name: string, lowest: number, highest: number) => cell(roundsBetween(lowest, highest), { case: name });

  it('share a sentence with the reach of all their intervals', () => {
    expect(said(three, at('small', 0.99, 1.14), at('large', 1.0, 1.16), at('huge', 0.99, 1.14))).toBe(
      'a process took 1.06 to 1.08 × as long to start as a thread (intervals within 1.01 to 1.14 ×), not settled: a difference, but perhaps less than the 1.10 × that counts',
    );
  });

  it('are turned together where they lie below 1', () => {
    expect(said(three, at('small', 1 / 1.14, 1 / 0.99), at('large', 1 / 1.14, 1 / 0.99), at('huge', 1, 1.02))).toBe(
      '64 B and 64 KiB: a thread took 1.06 × as long to start as a process (intervals within 1.01 to 1.12 ×), not settled: a difference, but perhaps less than the 1.10 × that counts; 8 MiB: a process started about as soon as a thread (1.00 to 1.02 ×)',
    );
  });

  it('stay apart where they lie on both sides of 1', () => {
    expect(said(three, at('small', 0.96, 1.14), at('large', 1 / 1.14, 1 / 0.96), at('huge', 0.96, 1.14))).toMatch(
      /^64 B: .*; 64 KiB: .*; 8 MiB: /,
    );
  });

  it('share what a noisy machine could not tell', () => {
    expect(said(three, at('small', 0.5, 2), at('large', 0.5, 2), at('huge', 0.4, 2))).toMatch(
      /^a process took 0\.5\d to 1\.6\d × as long to start as a thread, too noisy to tell$/,
    );
  });
});

describe('a fact', () => {
  const counts = (...values: number[]) => cell(values.map((value) => round({ thread: value })));
  it.each([
    ['every', [1, 2], 'updates were lost'],
    ['every', [1, 0], 'updates were lost, but only in 1 of 2 rounds'],
    ['some', [1, 0], 'updates were lost, in 1 of 2 rounds'],
    ['every', [0, 0], 'no update was lost'],
    ['some', [0, 0], 'no update was lost'],
  ] as const)('asked of %s round with %o reads: %s', (quantifier, values, sentence) => {
    expect(said(factComparison({ quantifier }), counts(...values))).toBe(sentence);
  });

  it('that held in some rounds of one case and in none of another is said of each', () => {
    const cells = [cell([round({ thread: 1 }), round({ thread: 0 })]), cell([round({ thread: 0 })], { case: 'large' })];
    expect(said(factComparison({ cases: ['small', 'large'] }), ...cells)).toBe(
      '64 B: updates were lost, but only in 1 of 2 rounds; 64 KiB: no update was lost',
    );
  });
});

describe('a ratio as it is drawn', () => {
  it.each([
    [11, 13, 'greater', false],
    [1 / 13, 1 / 11, 'greater', true],
    [0.96, 1.02, 'greater', false],
    [0.5, 1.9, 'greater', false],
    [0.8, 0.95, 'not-greater', true],
    [0.8, 0.95, 'same', true],
  ] as const)('from %d to %d, expected %s, is that of its sentence', (lowest, highest, expect_, isTurned) => {
    const comparison = ratioComparison({ expect: expect_ });
    const [one] = judgeComparison(comparison, 'node', evidence([cell(roundsBetween(lowest, highest))])).cases;
    const said = one && saidRatio(comparison, one);
    expect(said?.isTurned).toBe(isTurned);
    expect(one && caseSentence(comparison, one)).toContain(said && formatInterval(said.interval));
  });
});
