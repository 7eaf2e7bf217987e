import { expect, test } from 'vitest';
import { type Ending, proveFault } from '../../src/runner/experiments/crashes.ts';

const goesOn: Ending = { error: undefined, alive: true, filled: 0 };
const silent: Ending = { error: undefined, alive: false, filled: 0 };
const recursion = 'RangeError: Maximum call stack size exceeded';

test.each([
  ['exception', { ...goesOn, error: 'Error: uncaught' }],
  ['exception', { ...silent, error: 'Error: uncaught' }],
  ['recursion', { ...goesOn, error: recursion }],
  ['recursion', { ...goesOn, error: 'InternalError: too much recursion' }],
  ['endless-loop', silent],
  ['out-of-memory', { ...silent, filled: 4096 }],
] as const)('%s is proved by %o', (fault, ending) => {
  expect(() => proveFault(fault, ending)).not.toThrow();
});

test.each([
  ['exception', goesOn, 'no error, and it answered still'],
  ['exception', silent, 'no error, and no answer any more'],
  ['exception', { ...goesOn, error: 'TypeError: faults[fault] is not a function' }, 'TypeError'],
  ['recursion', { ...goesOn, error: 'Error: uncaught' }, 'Error: uncaught'],
  ['endless-loop', goesOn, 'it answered still'],
  ['endless-loop', { ...silent, error: recursion }, recursion],
  ['out-of-memory', silent, 'no answer any more'],
  ['out-of-memory', { ...goesOn, filled: 5120, error: 'Error: no limit was met in 5 GiB' }, 'no limit'],
] as const)('%s is no figure where what is seen is %o', (fault, ending, found) => {
  expect(() => proveFault(fault, ending)).toThrow(`expected the ending that ${fault} gives, found `);
  expect(() => proveFault(fault, ending)).toThrow(found);
});
