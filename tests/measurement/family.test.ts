import { describe, expect, it } from 'vitest';
import { distinctComparisons, familiesOf } from '../../src/measurement/family.ts';
import { claim, factComparison, ratioComparison } from './measured.ts';

describe('the family of comparisons', () => {
  it('counts a comparison once however many claims and labels it has, and once per runtime', () => {
    const shared = [
      claim('X6', { runtimes: ['node', 'c'] }),
      claim('K6', { comparisons: [ratioComparison({ label: 'the same in other words' })] }),
    ];
    expect(distinctComparisons(shared).map(({ runtime, claims: names }) => [runtime, names])).toEqual([
      ['node', ['X6', 'K6']],
      ['c', ['X6']],
    ]);
  });

  it('keeps apart what is judged apart, and leaves out what does not apply', () => {
    const comparisons = [
      ratioComparison(),
      ratioComparison({ margin: 2 }),
      factComparison(),
      { ...factComparison(), runtimes: ['c'] },
    ];
    const subject = claim('X6', { comparisons, runtimes: ['node', 'c'], notApplicable: { c: 'no such thing' } });
    expect(distinctComparisons([subject])).toHaveLength(3);
  });

  it('counts an interval for each case of each ratio, by runtime and in all', () => {
    const comparisons = [ratioComparison({ cases: ['small', 'large'] }), factComparison()];
    expect(familiesOf([claim('X6', { comparisons, runtimes: ['node', 'c'] })])).toEqual({
      whole: { intervals: 4, misrate: 0.004 },
      byRuntime: { node: { intervals: 2, misrate: 0.002 }, c: { intervals: 2, misrate: 0.002 } },
    });
  });

  it('counts one interval once, whichever way and by whatever margin it is read', () => {
    const read = { reads: { greater: 'took {times} as long', less: 'was {times} as fast', same: 'about as long' } };
    const comparisons = [ratioComparison(), ratioComparison({ margin: 2, part: 'Another statement', ...read })];
    expect(familiesOf([claim('X6', { comparisons, runtimes: ['node'] })]).whole.intervals).toBe(1);
  });
});
