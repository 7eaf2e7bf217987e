import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { discoverExperiments } from '../../scripts/harness/definition/discover.ts';
import type { Invocation } from '../../src/measurement/results.ts';
import { differentWork } from '../../src/measurement/same-work.ts';
import type { Metric } from '../../src/measurement/vocabulary.ts';

const experiments = await discoverExperiments(join(import.meta.dirname, '../../scripts/experiments'));

const METRICS: Record<string, Metric> = {
  wall: { label: 'Time', unit: 'ms', better: 'lower' },
  primes: { label: 'Primes found', unit: 'count', better: 'neither', result: true, optional: true },
};
const invocation = (values: Record<string, number>): Invocation => ({
  values,
  wall: 1,
  cpu: null,
  switches: null,
  ending: { code: 0, signal: null },
});
const round = (values: Record<string, Record<string, number>>) => ({
  invocations: Object.fromEntries(Object.entries(values).map(([variant, printed]) => [variant, invocation(printed)])),
});

describe('the results of a round', () => {
  it('say nothing while all are alike, whatever the other metrics are', () => {
    const alike = round({ thread: { wall: 1, primes: 25 }, process: { wall: 2, primes: 25 } });
    expect(differentWork(alike, METRICS)).toEqual({});
  });

  it('accuse the one that differs, and name what the others found', () => {
    const odd = round({ sequential: { primes: 25 }, thread: { primes: 25 }, process: { primes: 24 } });
    const reasons = differentWork(odd, METRICS);
    expect(Object.keys(reasons)).toEqual(['process']);
    expect(reasons.process).toMatch(/"primes" is 24, expected 25 .*thread 25/);
  });

  it('believe neither of two that differ', () => {
    const reasons = differentWork(round({ thread: { primes: 25 }, process: { primes: 24 } }), METRICS);
    expect(Object.keys(reasons).sort()).toEqual(['process', 'thread']);
  });

  it('leave out variants that do other work and print none', () => {
    const other = round({ thread: { primes: 25 }, process: { primes: 25 }, 'thread.released': { wall: 3 } });
    expect(differentWork(other, METRICS)).toEqual({});
  });
});

describe.each(experiments)('the work of $id', ({ definition: { metrics, noResult } }) => {
  it('has a result to compare, or a reason why there is none', () => {
    const results = Object.values(metrics).filter(({ result }) => result === true);
    expect(results.length > 0).toBe(noResult === undefined);
  });
});
