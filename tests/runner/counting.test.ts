import { expect, test } from 'vitest';
import { count, isForm, shared } from '../../scripts/experiments/races/node/_kernel.ts';

test.each(['plain', 'called', 'atomic', 'locked'] as const)('%s counting alone loses nothing', (form) => {
  const memory = shared();
  memory.gate[0] = 1; // the other one is here already
  count(form, memory, 1000);
  expect(memory.counter[0]).toBe(1000);
});

test('a form of no known name is none', () => {
  expect(isForm('plain')).toBe(true);
  expect(isForm('toString')).toBe(false);
});
