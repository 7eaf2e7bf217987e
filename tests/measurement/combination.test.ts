import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combine, type VerdictKind } from '../../src/measurement/combination.ts';

const whole = (...kinds: VerdictKind[]) => {
  const combined = combine(kinds.map((kind, index) => ({ kind, index })));
  return combined && [combined.kind, combined.decisive.index];
};

describe('a whole', () => {
  it.each([
    [['confirmed', 'confirmed'], 'confirmed', 0, 'all alike'],
    [['no-difference', 'no-difference'], 'no-difference', 0, 'all alike'],
    [['confirmed', 'contradicted'], 'partly', 1, 'decided by what speaks against'],
    [['confirmed', 'no-difference', 'contradicted'], 'partly', 2, 'a contradiction weighs more than no difference'],
    [['confirmed', 'no-difference', 'too-noisy'], 'partly', 1, 'whatever the third says, it is partly so'],
    [['confirmed', 'not-settled'], 'not-settled', 1, 'what is open keeps the whole open'],
    [['not-settled', 'too-noisy', 'confirmed'], 'too-noisy', 1, 'the part of which least is known'],
    [['not-measured', 'too-noisy', 'confirmed'], 'not-measured', 0, 'the part of which least is known'],
    [['contradicted', 'no-difference'], 'contradicted', 0, 'nothing speaks for it'],
    [['contradicted', 'not-settled'], 'not-settled', 1, 'it could still be partly so'],
    [['confirmed', 'partly'], 'partly', 1, 'a part that is partly so'],
    [['partly', 'not-measured'], 'partly', 0, 'a part that is partly so'],
  ] as const)('of %o is %s, decided by part %d: %s', (kinds, kind, decisive, _why) => {
    expect(whole(...kinds)).toEqual([kind, decisive]);
  });

  it('of nothing is nothing', () => {
    expect(whole()).toBeUndefined();
  });

  it('does not depend on the order of its parts, and is confirmed only where all are', () => {
    const kinds = fc.array(
      fc.constantFrom<VerdictKind>(
        'confirmed',
        'contradicted',
        'no-difference',
        'partly',
        'too-noisy',
        'not-settled',
        'not-measured',
      ),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(kinds, (parts) => {
        expect(whole(...parts)?.[0]).toBe(whole(...parts.toReversed())?.[0]);
        expect(whole(...parts)?.[0] === 'confirmed').toBe(parts.every((kind) => kind === 'confirmed'));
      }),
    );
  });
});
