import { expect, test } from 'vitest';
import type { Unit, UnitScope } from '../../src/runner/unit-scope.ts';
import { warmUnits, warmUp } from '../../src/runner/warm-up.ts';

/** Notes when it is asked to wait, and does not. */
function scopeOf(events: string[]): UnitScope {
  const pause = async (duration: number) => void events.push(duration === 0 ? 'yields' : 'rests');
  return { pause } as UnitScope;
}

test('the work is called again and again, with room for compiled code to come into use, and then the engine rests', async () => {
  const events: string[] = [];
  let calls = 0;
  await warmUp(scopeOf(events), (times) => {
    events.push('works');
    calls += times;
  });
  expect(events.filter((event) => event === 'works').length).toBeGreaterThan(10);
  expect(calls).toBe(200);
  expect(events.slice(0, 4)).toEqual(['works', 'yields', 'works', 'yields']);
  expect(events.slice(-3)).toEqual(['works', 'yields', 'rests']);
});

test('units do the job themselves, all of them, as often', async () => {
  const events: string[] = [];
  const calls = { one: 0, other: 0 };
  const ask = (name: 'one' | 'other') => async (_job: string, _input: unknown, options: { times: number }) => {
    events.push(name);
    calls[name] += options.times;
  };
  const units = (['one', 'other'] as const).map((name) => ({ ask: ask(name) }) as unknown as Unit);
  await warmUnits(scopeOf([]), units, 'primes', { limit: 10 });
  expect(events.slice(0, 4)).toEqual(['one', 'other', 'one', 'other']);
  expect(events.filter((name) => name === 'one')).toHaveLength(events.length / 2);
  expect(calls).toEqual({ one: 200, other: 200 });
});
