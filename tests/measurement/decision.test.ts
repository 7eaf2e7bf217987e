import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RatioComparison } from '../../src/measurement/claim.ts';
import { decide } from '../../src/measurement/decision.ts';

describe('decide', () => {
  it.each([
    ['greater', 1.11, 1.3, 'confirmed', 'the whole interval lies above the margin'],
    ['greater', 1.1, 1.3, 'not-settled', 'the margin itself is not above the margin'],
    ['greater', 0.7, 0.9, 'contradicted', 'the whole interval lies below the inverse margin'],
    ['greater', 1 / 1.1, 1.1, 'no-difference', 'the band of no difference holds its own ends'],
    ['greater', 0.99, 1.02, 'no-difference', 'the interval lies inside the band'],
    ['greater', 0.9, 1.2, 'too-noisy', 'the interval is wider than the band'],
    ['greater', 1.02, 1.6, 'not-settled', 'the interval is wide, but it says more than 1'],
    ['greater', 1.05, 1.25, 'not-settled', 'the interval is narrow and crosses the margin'],
    ['greater', 0.85, 0.95, 'not-settled', 'the interval is narrow and crosses the inverse margin'],
    ['less', 0.7, 0.9, 'confirmed', 'less is the mirror image'],
    ['less', 1.2, 1.3, 'contradicted', 'less is the mirror image'],
    ['less', 0.99, 1.02, 'no-difference', 'less is the mirror image'],
    ['less', 0.8, 1.01, 'too-noisy', 'less is the mirror image'],
    ['less', 0.86, 0.92, 'not-settled', 'less is the mirror image'],
    ['same', 0.95, 1.05, 'confirmed', 'being the same is what was claimed'],
    ['same', 1.2, 1.3, 'contradicted', 'a difference upwards'],
    ['same', 0.7, 0.8, 'contradicted', 'a difference downwards'],
    ['same', 0.9, 1.2, 'too-noisy', 'wider than the band'],
    ['same', 1.05, 1.2, 'not-settled', 'narrow, across the margin'],
    ['not-greater', 0.2, 1.1, 'confirmed', 'however much less, it is not more'],
    ['not-greater', 1.2, 1.9, 'contradicted', 'more by the margin'],
    ['not-greater', 0.9, 1.2, 'too-noisy', 'wide, across the margin'],
    ['not-greater', 1.05, 1.15, 'not-settled', 'narrow, across the margin'],
  ] as const)('expecting %s, [%d, %d] is %s: %s', (expected, lower, upper, verdict, _why) => {
    expect(decide({ lower, upper }, expected, 1.1)).toBe(verdict);
  });

  const interval = fc
    .tuple(fc.double({ min: 0.05, max: 20, noNaN: true }), fc.double({ min: 0.05, max: 20, noNaN: true }))
    .map(([a, b]) => ({ lower: Math.min(a, b), upper: Math.max(a, b) }));
  const margin = fc.double({ min: 1.01, max: 5, noNaN: true });
  const turned = { greater: 'less', less: 'greater', same: 'same' } as const;

  it('turns its verdict over with the sides', () => {
    const sides = fc.constantFrom('greater', 'less', 'same');
    fc.assert(
      fc.property(interval, margin, sides, ({ lower, upper }, m, side) => {
        // Rounding decides within an ulp of the margin, where either answer would do.
        fc.pre([lower, upper].every((end) => [m, 1 / m].every((edge) => Math.abs(end / edge - 1) > 1e-9)));
        fc.pre(Math.abs(upper / lower / m ** 2 - 1) > 1e-9);
        expect(decide({ lower: 1 / upper, upper: 1 / lower }, turned[side], m)).toBe(decide({ lower, upper }, side, m));
      }),
    );
  });

  it.each([
    [1.3, 1.4, 'not-settled', 'a gain that misses the margin is a gain'],
    [0.95, 1.05, 'no-difference', 'the same is the same'],
    [1.51, 2, 'confirmed', 'above the margin'],
  ] as const)('with a margin of 1.5, [%d, %d] is %s: %s', (lower, upper, verdict, _why) => {
    expect(decide({ lower, upper }, 'greater', 1.5)).toBe(verdict);
  });

  it.each([
    ['greater', 1.5, 2, 'not-settled'],
    ['greater', 1.7, 2, 'confirmed'],
    ['less', 0.5, 0.6, 'confirmed'],
    ['less', 0.62, 0.7, 'not-settled'],
    ['greater', 0.95, 1.05, 'no-difference'],
    ['same', 1.05, 1.3, 'not-settled'],
  ] as const)('on a noise floor of 1.5, expecting %s, [%d, %d] is %s', (expected, lower, upper, verdict) => {
    expect(decide({ lower, upper }, expected, 1.1, 1.5)).toBe(verdict);
  });

  it('never confirms on a wider margin what it did not confirm on a narrower', () => {
    const sides = fc.constantFrom<RatioComparison['expect']>('greater', 'less');
    fc.assert(
      fc.property(interval, margin, margin, sides, (bounds, a, b, side) => {
        const wide = decide(bounds, side, Math.max(a, b));
        fc.pre(wide === 'confirmed');
        expect(decide(bounds, side, Math.min(a, b))).toBe('confirmed');
      }),
    );
  });

  it('never says two definite things of one interval', () => {
    fc.assert(
      fc.property(interval, margin, (bounds, m) => {
        const greater = decide(bounds, 'greater', m);
        const same = decide(bounds, 'same', Math.min(m, 1.1));
        expect(greater === 'no-difference').toBe(same === 'confirmed');
        expect(greater === 'confirmed' && decide(bounds, 'not-greater', m) === 'confirmed').toBe(false);
      }),
    );
  });
});
