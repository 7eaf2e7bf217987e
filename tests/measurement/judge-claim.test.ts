import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/measurement/claim.ts';
import { judgeClaim } from '../../src/measurement/verdict.ts';
import { cell, claim, evidence, ratioComparison, roundsBetween } from './measured.ts';

const slower = roundsBetween(1.5, 1.7);
const same = roundsBetween(0.98, 1.02);

describe('a claim', () => {
  const x6 = (changes: Partial<Claim>) => claim('X6', { runtimes: ['node', 'c'], comparisons: [], ...changes });
  const cells = [cell(slower), cell(same, { case: 'large' }), cell(roundsBetween(0.5, 0.6), { case: 'huge' })];
  const source = evidence(cells);
  const on = (caseId: string) => ratioComparison({ cases: [caseId], label: caseId });

  it.each([
    [['small'], 'confirmed'],
    [['small', 'large'], 'partly'],
    [['small', 'huge'], 'partly'],
    [['small', 'large', 'unknown'], 'partly'],
    [['large', 'huge'], 'contradicted'],
    [['small', 'unknown'], 'not-measured'],
    [['large', 'unknown'], 'not-measured'],
    [['huge', 'unknown'], 'not-measured'],
  ] as const)('of %o is %s', (names, kind) => {
    const verdict = judgeClaim(x6({ comparisons: names.map(on) }), 'node', source);
    expect(verdict.kind).toBe(kind);
    expect(verdict.parts.map((part) => part.comparison.label)).toEqual(names);
  });

  it('judges its statements apart and says which decided', () => {
    const comparisons = [
      { ...on('small'), part: 'It starts late' },
      { ...on('large'), part: 'It is slow ever after' },
    ];
    const verdict = judgeClaim(x6({ comparisons }), 'node', source);
    expect(verdict.statements.map(({ title, kind }) => [title, kind])).toEqual([
      ['It starts late', 'confirmed'],
      ['It is slow ever after', 'no-difference'],
    ]);
    expect(verdict).toMatchObject({ kind: 'partly', decisive: { comparison: { label: 'large' } } });
  });

  it('shows a control and gives it no say', () => {
    const comparisons = [on('small'), { ...on('large'), role: 'control' as const }];
    const verdict = judgeClaim(x6({ comparisons }), 'node', source);
    expect(verdict.kind).toBe('confirmed');
    expect(verdict.controls.map(({ kind }) => kind)).toEqual(['no-difference']);
  });

  it('leaves out the comparisons of other runtimes', () => {
    const comparisons = [on('small'), { ...on('huge'), runtimes: ['c'] }];
    expect(judgeClaim(x6({ comparisons }), 'node', source).kind).toBe('confirmed');
  });

  it.each([
    ['missing', x6({}), 'node', 'no comparison tests X6 in Node.js yet'],
    ['not-applicable', x6({ notApplicable: { c: 'C has no lock' } }), 'c', 'C has no lock'],
    ['not-applicable', x6({}), 'cpython', 'X6 is not judged in CPython'],
    [
      'missing',
      x6({ comparisons: [on('unknown')] }),
      'node',
      '“Start-up” has not been measured in Node.js, case “unknown”',
    ],
  ])('is not measured: %s', (cause, subject, runtime, reason) => {
    expect(judgeClaim(subject, runtime, source)).toMatchObject({ kind: 'not-measured', cause, reason });
  });
});
