import { describe, expect, it } from 'vitest';
import type { VariantRun } from '../../../../scripts/harness/launch/judge-run.ts';
import { measureRound, roundOrder } from '../../../../scripts/harness/session/round.ts';

const run = (wall: number): VariantRun => ({
  invocation: { values: {}, wall, cpu: null, switches: null, ending: { code: 0, signal: null } },
  slices: [],
  log: '',
});

describe('the order of a round', () => {
  const variants = ['thread', 'process', 'interpreter'];
  it('depends on the seed and the round, not on how the variants are listed', () => {
    expect(roundOrder(variants, 7, 3)).toEqual(roundOrder([...variants].reverse(), 7, 3));
    const orders = Array.from({ length: 30 }, (_, index) => roundOrder(variants, 7, index).join());
    expect(new Set(orders).size).toBe(6);
    expect(Array.from({ length: 30 }, (_, index) => roundOrder(variants, 8, index).join())).not.toEqual(orders);
  });
  it('puts each variant first about as often as any other', () => {
    const first = Array.from({ length: 600 }, (_, index) => roundOrder(variants, 1, index)[0]);
    for (const variant of variants) {
      const share = first.filter((one) => one === variant).length / 600;
      expect(share).toBeGreaterThan(0.26);
      expect(share).toBeLessThan(0.41);
    }
  });
});

describe('a round', () => {
  it('runs every variant once, in order', async () => {
    const measured = await measureRound(['b', 'a'], async (variant) => run(variant === 'a' ? 1 : 2));
    expect(measured?.round.order).toEqual(['b', 'a']);
    expect(measured?.round.invocations).toMatchObject({ a: { wall: 1 }, b: { wall: 2 } });
  });
  it('lacks a variant that failed and no other', async () => {
    const measured = await measureRound(['a', 'b'], async (v) => (v === 'a' ? { failure: 'hung', log: '' } : run(1)));
    expect(Object.keys(measured?.round.invocations ?? {})).toEqual(['b']);
    expect(measured?.runs.a).toEqual({ failure: 'hung', log: '' });
  });
  it('is none when it was stopped in the middle', async () => {
    expect(await measureRound(['a', 'b'], async (v) => (v === 'b' ? 'aborted' : run(1)))).toBeNull();
  });
});
