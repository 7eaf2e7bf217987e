import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { centerBounds, Sample } from 'pragmastat';
import { describe, expect, it } from 'vitest';
import { MISRATE } from '../../src/measurement/limits.ts';
import {
  centre,
  centreBounds,
  familywiseMisrate,
  MINIMUM_ROUNDS,
  type Pair,
  pairedRatio,
  spread,
} from '../../src/measurement/statistics.ts';

interface Reference {
  name: string;
  misrate: number;
  values: number[];
  centre: number;
  lower: number;
  upper: number;
}

const fixture: { cases: Reference[] } = JSON.parse(
  readFileSync(new URL('fixtures/signed-rank.json', import.meta.url), 'utf8'),
);

describe('the centre and its bounds', () => {
  it.each(fixture.cases)('agree with R on $name at misrate $misrate', (reference) => {
    expect(centre(reference.values)).toBeCloseTo(reference.centre, 10);
    const bounds = centreBounds(reference.values, reference.misrate);
    expect(bounds?.[0]).toBeCloseTo(reference.lower, 10);
    expect(bounds?.[1]).toBeCloseTo(reference.upper, 10);
  });

  it('agree with the estimate and the interval printed by Hollander and Wolfe (1973)', () => {
    const depression = fixture.cases.find((reference) => reference.name === 'depression')?.values ?? [];
    expect(centre(depression)).toBeCloseTo(0.46, 10);
    // Their 96.1 % is the level that nine values can reach: 10 of 512 outcomes on each side are outside.
    const [lower, upper] = centreBounds(depression, 0.0391) ?? [];
    expect(lower).toBeCloseTo(0.01, 10);
    expect(upper).toBeCloseTo(0.786, 10);
  });

  it('are wider than what the package gives for a level it can only exceed', () => {
    const values = fixture.cases.find((reference) => reference.name === 'normal-11')?.values ?? [];
    const asked = centerBounds(Sample.of(values), MISRATE);
    const [lower, upper] = centreBounds(values) ?? [Number.NaN, Number.NaN];
    expect([lower, upper]).toEqual([Math.min(...values), Math.max(...values)]);
    expect(asked.lower).toBeGreaterThan(lower);
    expect(asked.upper).toBeLessThan(upper);
  });

  it('equal Walsh averages counted by hand, ties included', () => {
    const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 11, maxLength: 25 });
    fc.assert(
      fc.property(values, (sample) => {
        const walsh = sample.flatMap((a, i) => sample.slice(i).map((b) => (a + b) / 2)).sort((a, b) => a - b);
        const bounds = centreBounds(sample) ?? [Number.NaN, Number.NaN];
        const outside = walsh.filter((mean) => mean < bounds[0] - 1e-9).length;
        // P(T ≤ outside) by enumerating subset sums of 1…n must not exceed half the misrate.
        expect(tailOfSignedRank(sample.length, outside)).toBeLessThanOrEqual(MISRATE / 2);
        expect(walsh.some((mean) => Math.abs(mean - bounds[0]) < 1e-9)).toBe(true);
        expect(walsh.some((mean) => Math.abs(mean - bounds[1]) < 1e-9)).toBe(true);
      }),
    );
  });

  it('exist from eleven values on at 0.001, and not before', () => {
    expect(MINIMUM_ROUNDS).toBe(11);
    const eleven = Array.from({ length: 11 }, (_, index) => index);
    expect(centreBounds(eleven)).toEqual([0, 10]);
    expect(centreBounds(eleven.slice(1))).toBeUndefined();
    expect(centreBounds([])).toBeUndefined();
    expect(centreBounds([1])).toBeUndefined();
  });

  it('exist for a thousand values', () => {
    const many = Array.from({ length: 1000 }, (_, index) => index);
    const [lower, upper] = centreBounds(many) ?? [0, 0];
    expect(lower).toBeLessThan(centre(many));
    expect(upper).toBeGreaterThan(centre(many));
  });
});

/** P(T ≤ t) for the signed-rank statistic of n values, by counting the subsets of 1…n: an independent way to the tail. */
function tailOfSignedRank(n: number, t: number): number {
  const subsets = (largest: number, room: number): number =>
    room < 0 ? 0 : largest === 0 ? 1 : subsets(largest - 1, room) + subsets(largest - 1, room - largest);
  return subsets(n, t) / 2 ** n;
}

const readings = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
const pairs = fc.array(fc.tuple(readings, readings), { minLength: 11, maxLength: 30 });

describe('the paired ratio', () => {
  it('is exact where every round has the same ratio', () => {
    const same = Array.from({ length: 11 }, (_, index): Pair => [3 * (index + 1), 2 * (index + 1)]);
    const ratio = pairedRatio(same);
    expect(ratio?.estimate).toBeCloseTo(1.5, 12);
    expect(ratio?.interval?.lower).toBeCloseTo(1.5, 12);
    expect(ratio?.interval?.upper).toBeCloseTo(1.5, 12);
  });

  it('does not depend on the unit', () => {
    fc.assert(
      fc.property(pairs, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (sample, scale) => {
        const plain = pairedRatio(sample);
        const scaled = pairedRatio(sample.map(([of, over]): Pair => [of * scale, over * scale]));
        expect(Math.log(scaled?.estimate ?? 0)).toBeCloseTo(Math.log(plain?.estimate ?? 0), 8);
        expect(Math.log(scaled?.interval?.lower ?? 0)).toBeCloseTo(Math.log(plain?.interval?.lower ?? 0), 8);
      }),
    );
  });

  it('is turned over by turning the sides over', () => {
    fc.assert(
      fc.property(pairs, (sample) => {
        const plain = pairedRatio(sample);
        const turned = pairedRatio(sample.map(([of, over]): Pair => [over, of]));
        expect(Math.log(turned?.estimate ?? 0)).toBeCloseTo(-Math.log(plain?.estimate ?? 0), 8);
        expect(Math.log(turned?.interval?.lower ?? 0)).toBeCloseTo(-Math.log(plain?.interval?.upper ?? 0), 8);
      }),
    );
  });

  it('lies in its interval', () => {
    fc.assert(
      fc.property(pairs, (sample) => {
        const { estimate, interval } = pairedRatio(sample) ?? { estimate: Number.NaN, interval: null };
        expect(estimate).toBeGreaterThanOrEqual((interval?.lower ?? Number.NaN) * (1 - 1e-9));
        expect(estimate).toBeLessThanOrEqual((interval?.upper ?? Number.NaN) * (1 + 1e-9));
      }),
    );
  });

  it('has no interval below eleven rounds, and is nothing without rounds', () => {
    expect(pairedRatio([[2, 1]])).toEqual({ estimate: 2, interval: null });
    expect(pairedRatio([])).toBeUndefined();
  });

  it.each([
    [0, 1],
    [1, 0],
    [-1, 1],
    [Number.NaN, 1],
  ])('refuses %d ÷ %d', (of, over) => {
    expect(() => pairedRatio([[of, over]])).toThrow(/expected two values above zero/);
  });
});

describe('the rest', () => {
  it('bounds a family of comparisons by their sum, never above one', () => {
    expect(familywiseMisrate(50)).toBeCloseTo(0.05, 12);
    expect(familywiseMisrate(5000)).toBe(1);
  });

  it('gives median and quartiles', () => {
    expect(spread([4, 1, 3, 2, 5])).toEqual({ median: 3, lower: 2, upper: 4 });
    expect(() => spread([])).toThrow(/at least one value/);
  });
});
