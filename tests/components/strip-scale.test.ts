import { describe, expect, it } from 'vitest';
import { positionOn, reachOf } from '../../src/components/models/strip-scale.ts';

describe('the scale of a strip', () => {
  it.each([
    [[], 1.1, 2],
    [[{ lower: 0.9, upper: 1.3 }], 1.1, 2],
    [[{ lower: 9, upper: 20 }], 1.1, 20],
    [[{ lower: 9, upper: 20.1 }], 1.1, 50],
    [[{ lower: 0.04, upper: 0.9 }], 1.1, 50],
    [[{ lower: 1, upper: 1 }], 3, 5],
  ] as const)('holds %o and the margin %d: it reaches %d', (intervals, margin, reach) => {
    expect(reachOf([...intervals], margin)).toBe(reach);
  });

  it.each([
    [1, 120],
    [10, 240],
    [0.1, 0],
    [100, 240],
    [0.001, 0],
  ] as const)('puts %d at %d of 240 where it reaches 10', (ratio, place) => {
    expect(positionOn(240, 10, ratio)).toBe(place);
  });
});
