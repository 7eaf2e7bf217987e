import { expect, test } from 'vitest';
import type { Metric } from '../../src/measurement/vocabulary.ts';
import { playRounds } from '../../src/runner/measure-here.ts';

const metrics: Record<string, Metric> = {
  wall: { label: 'Time', unit: 'ms', better: 'lower' },
  primes: { label: 'Prime numbers found', unit: 'count', better: 'neither', result: true },
};
const plan = { rounds: 2, seed: 7, signal: new AbortController().signal, metrics };
const prints = (wall: number, primes: number) => async () => ({ values: { wall, primes } });

test('variants that did the same work have figures of every round', async () => {
  const { rounds, failures } = await playRounds({ a: prints(1, 25), b: prints(9, 25) }, plan, () => {});
  expect(failures).toEqual({});
  expect(rounds.map(({ order }) => order.toSorted())).toEqual([
    ['a', 'b'],
    ['a', 'b'],
  ]);
});

test('each round knows the cores that were granted just before it', async () => {
  const told: string[] = [];
  const granted = async () => told.push('cores');
  const { rounds } = await playRounds({ a: prints(1, 25) }, { ...plan, granted }, (_, name) => told.push(name));
  expect(told).toEqual(['cores', 'a', 'cores', 'a']);
  expect(rounds.map((round) => round.granted)).toEqual([1, 3]);
});

test('a variant that did other work than the rest has none, and takes no further part', async () => {
  const variants = { a: prints(1, 25), b: prints(1, 25), c: prints(0.5, 12) };
  const { rounds, failures } = await playRounds(variants, plan, () => {});
  expect(Object.keys(failures)).toEqual(['c']);
  expect(failures.c?.reason).toContain('did other work than the rest: "primes" is 12, expected 25');
  expect(rounds[1]?.order.toSorted()).toEqual(['a', 'b']);
});
