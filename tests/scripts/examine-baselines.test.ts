import { expect, it } from 'vitest';
import { baselinesOf } from '../../scripts/examine/baselines.ts';
import type { Cell } from '../../src/measurement/results.ts';

const definition: Parameters<typeof baselinesOf>[1] = {
  metrics: {
    wall: { label: 'Time', unit: 'ms', better: 'lower' },
    primes: { label: 'Primes', unit: 'count', better: 'neither', result: true },
  },
  cases: {
    one: { label: '1', args: ['1'] },
    two: { label: '2', args: ['2'] },
    small: { label: 'small', args: ['2', 'small'] },
  },
  variants: {
    sequential: { label: 'in sequence', kind: 'sequential' },
    thread: { label: 'threads', kind: 'thread' },
  },
};

const cell = (caseId: string, walls: number[], primes = 168, session = 'a'): Cell =>
  ({
    case: caseId,
    runtime: 'c',
    session,
    rounds: walls.map((wall) => ({
      order: ['sequential', 'thread'],
      invocations: { sequential: { values: { wall, primes } }, thread: { values: { wall: wall / 2, primes } } },
    })),
  }) as unknown as Cell;

const found = (...cells: Cell[]) => baselinesOf(cells, definition);

it('compares the same work over the cases of one session', () => {
  expect(found(cell('one', [90, 80, 500]), cell('two', [60]))).toEqual([
    { runtime: 'c', session: 'a', variant: 'sequential', medians: { one: 90, two: 60 }, apart: 1.5 },
  ]);
});

it.each([
  ['other arguments', cell('small', [60])],
  ['another result', cell('two', [60], 25)],
  ['another session', cell('two', [60], 168, 'b')],
  ['nothing measured', cell('two', [])],
])('does not compare cells with %s', (_, other) => expect(found(cell('one', [90]), other)).toEqual([]));
