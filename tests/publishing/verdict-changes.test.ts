import { describe, expect, test } from 'vitest';
import type { RecordedVerdict } from '../../src/evidence/schemas.ts';
import { changedVerdicts, changesIn, presentVerdicts } from '../../src/publishing/verdict-changes.ts';

const entry = (date: string, claim: string, runtime: string, verdict: string): RecordedVerdict => ({
  date,
  claim,
  runtime,
  verdict,
  says: `${claim} is ${verdict}.`,
});

const history = [
  entry('2026-01-01T00:00:00Z', 'K1', 'c', 'confirmed'),
  entry('2026-01-01T00:00:00Z', 'K1', 'node', 'not settled'),
  entry('2026-02-01T00:00:00Z', 'K1', 'c', 'contradicted'),
];

describe('a change of a verdict', () => {
  test('is another word than the last recorded, or a claim that was not recorded in that runtime', () => {
    const now = [
      { claim: 'K1', runtime: 'c', verdict: 'confirmed', says: 'Again.' },
      { claim: 'K1', runtime: 'node', verdict: 'not settled', says: 'Other figures, the same verdict.' },
      { claim: 'K2', runtime: 'c', verdict: 'confirmed', says: 'New.' },
    ];
    expect(changedVerdicts(history, now).map(({ claim, runtime }) => `${claim} ${runtime}`)).toEqual(['K1 c', 'K2 c']);
  });

  test('tells what it was before; the first verdict on a claim is none', () => {
    const again = entry('2026-03-01T00:00:00Z', 'K1', 'c', 'confirmed');
    expect(changesIn([...history, again]).map(({ was, verdict }) => [was, verdict])).toEqual([
      ['contradicted', 'confirmed'],
      ['confirmed', 'contradicted'],
    ]);
  });
});

test('present verdicts say each claim once in a runtime, with a sentence', () => {
  const now = presentVerdicts();
  expect(now.length).toBeGreaterThan(10);
  expect(new Set(now.map(({ claim, runtime }) => `${claim} ${runtime}`)).size).toBe(now.length);
  expect(now.filter(({ verdict, says }) => verdict === '' || says.length < 5)).toEqual([]);
});
