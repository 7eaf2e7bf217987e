import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axisEnd } from '../../src/runner/samples-chart.ts';

test.each([
  [0, 1],
  [1, 1],
  [9.1, 10],
  [385, 400],
  [0.0021, 0.003],
  [13_029_736, 20_000_000],
])('an axis for values up to %d ends at %d', (most, end) => {
  expect(axisEnd(most)).toBeCloseTo(end, 10);
});

test('every value has its place on the axis, and the largest one uses half of it or nearly', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), (most) => {
      const end = axisEnd(most);
      expect(end).toBeGreaterThanOrEqual(most * (1 - 1e-12));
      expect(end).toBeLessThanOrEqual(most * (2 + 1e-9));
    }),
  );
});
