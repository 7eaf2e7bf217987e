import { describe, expect, it } from 'vitest';
import { decide } from '../../src/measurement/decision.ts';
import { MISRATE } from '../../src/measurement/limits.ts';
import { type Pair, pairedRatio } from '../../src/measurement/statistics.ts';

/** mulberry32: seeded, so that the simulated sessions are the same ones each time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const SESSIONS = 10_000;

/** Times as a busy machine gives them: a floor, an exponential tail, and one run in ten disturbed tenfold. */
function time(random: () => number, factor: number): number {
  return factor * (1 - 0.1 * Math.log(1 - random())) * (random() < 0.1 ? 1 + 9 * random() : 1);
}

function simulate(
  rounds: number,
  slowdown: number,
  judge: (ratio: NonNullable<ReturnType<typeof pairedRatio>>) => boolean,
) {
  const random = seeded(rounds);
  let counted = 0;
  for (let session = 0; session < SESSIONS; session++) {
    const pairs = Array.from({ length: rounds }, (): Pair => [time(random, slowdown), time(random, 1)]);
    const ratio = pairedRatio(pairs);
    if (ratio && judge(ratio)) counted++;
  }
  return counted / SESSIONS;
}

describe('over ten thousand simulated sessions', () => {
  it.each([11, 15])('of %d rounds, the interval misses the true ratio no more often than it says', (rounds) => {
    const missed = simulate(rounds, 1.3, ({ interval }) => !interval || interval.lower > 1.3 || interval.upper < 1.3);
    // Four standard errors of a proportion of that size, above; below, the level eleven and fifteen values can reach.
    expect(missed).toBeLessThan(MISRATE + 4 * Math.sqrt(MISRATE / SESSIONS));
    expect(missed).toBeGreaterThan(MISRATE / 4);
  });

  it('a program against itself is confirmed or contradicted in none', () => {
    const wrong = simulate(11, 1, ({ interval }) => {
      const verdict = interval && decide(interval, 'greater', 1.1);
      return verdict === 'confirmed' || verdict === 'contradicted';
    });
    expect(wrong).toBe(0);
  });

  it('a program that takes three times as long is mostly found out in 21 rounds, noise and all', () => {
    const found = simulate(21, 3, ({ interval }) => !!interval && decide(interval, 'greater', 1.1) === 'confirmed');
    expect(found).toBeGreaterThan(0.8);
  });
});
