import { expect, test } from 'vitest';
import { hyperfineMedian, perfSwitch } from '../../../scripts/cross-check/tools.ts';

test('reads the median of hyperfine in ms', () => {
  expect(hyperfineMedian('{"results":[{"command":"true","mean":0.0009,"median":0.0008}]}')).toBeCloseTo(0.8);
  expect(() => hyperfineMedian('{"results":[]}')).toThrow('expected results[0].median');
});

test('half a round trip of perf is one switch, in µs', () => {
  expect(perfSwitch('0.228\n', 50_000)).toBeCloseTo(2.28);
  expect(() => perfSwitch('# Running sched/pipe', 50_000)).toThrow('expected seconds from perf, found "# Running');
});
