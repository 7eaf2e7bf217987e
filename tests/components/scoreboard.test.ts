import { describe, expect, it } from 'vitest';
import { mostSurprising, type Score, scoreboardOf } from '../../src/components/models/scoreboard.ts';
import type { VerdictKind } from '../../src/measurement/combination.ts';

const score = (id: string, ...kinds: (VerdictKind | 'not-applicable')[]) =>
  ({
    claim: { id },
    verdicts: kinds.map((kind) => (kind === 'not-applicable' ? { kind: 'not-measured', cause: kind } : { kind })),
  }) as unknown as Score;

describe('the scoreboard', () => {
  it.each([
    ['everywhere', ['confirmed', 'confirmed']],
    ['everywhere', ['confirmed', 'not-applicable']],
    ['somewhere', ['confirmed', 'contradicted']],
    ['somewhere', ['confirmed', 'not-settled']],
    ['somewhere', ['partly', 'contradicted']],
    ['nowhere', ['contradicted', 'no-difference']],
    ['nowhere', ['no-difference', 'not-settled']],
    ['open', ['too-noisy', 'not-measured']],
    ['open', ['not-applicable']],
  ] as const)('puts %s what is %o', (place, kinds) => {
    const board = scoreboardOf([score('X', ...kinds)]);
    expect(Object.entries(board).flatMap(([name, scores]) => (scores.length > 0 ? [name] : []))).toEqual([place]);
  });

  it('finds the claims that most runtimes speak against', () => {
    const scores = [
      score('A', 'confirmed', 'contradicted'),
      score('B', 'contradicted', 'no-difference'),
      score('C', 'confirmed', 'confirmed'),
    ];
    expect(mostSurprising(scores, 3).map(({ claim }) => claim.id)).toEqual(['B', 'A']);
  });
});
