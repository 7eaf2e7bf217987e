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
  await warmUp(scopeOf(events), () => events.push('works'));
  expect(events.filter((event) => event === 'works').length).toBeGreaterThan(10);
  expect(events.slice(0, 4)).toEqual(['works', 'yields', 'works', 'yields']);
  expect(events.slice(-3)).toEqual(['works', 'yields', 'rests']);
});

test('units do the job themselves, all of them, as often', async () => {
  const events: string[] = [];
  const units = ['one', 'other'].map((name) => ({ ask: async () => events.push(name) }) as unknown as Unit);
  await warmUnits(scopeOf([]), units, 'primes', { limit: 10 });
  expect(events.slice(0, 4)).toEqual(['one', 'other', 'one', 'other']);
  expect(events.filter((name) => name === 'one')).toHaveLength(events.length / 2);
});
