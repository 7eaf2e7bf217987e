import { expect, test } from 'vitest';
import { freshnessOf } from '../../../src/components/models/freshness.ts';
import type { Cell } from '../../../src/measurement/results.ts';

const hash = (digit: string) => digit.repeat(64);
const cell = (id: string, ...programs: [file: string, sha256: string][]): Cell =>
  ({ case: id, programs: programs.map(([file, sha256]) => ({ variant: 'thread', file, sha256 })) }) as Cell;

const cells = [
  cell('small', ['a/thread.ts', hash('1')], ['a/_kernel.mjs', hash('2')]),
  cell('large', ['a/thread.ts', hash('1')], ['a/_kernel.mjs', hash('2')]),
  cell('other', ['a/process.ts', hash('4')]),
];
const now: Record<string, string> = { 'a/thread.ts': hash('1'), 'a/_kernel.mjs': hash('3'), 'a/process.ts': hash('4') };
const why = ({ case: id }: Cell) => (id === 'other' ? undefined : 'a/_kernel.mjs has changed since it was measured');

test('counts the fresh cells, and gives each reason once with its cells', () => {
  const { cells: all, fresh, reasons } = freshnessOf(cells, why, (file) => now[file]);
  expect([all, fresh]).toEqual([3, 1]);
  expect(reasons).toEqual([{ reason: 'a/_kernel.mjs has changed since it was measured', cells: 2 }]);
});

test('names every file once, with the hash it had, and the one that has changed or is gone', () => {
  const { files } = freshnessOf(cells, why, (file) => (file === 'a/process.ts' ? undefined : now[file]));
  expect(files).toEqual([
    { file: 'a/_kernel.mjs', sha256: [hash('2')], changed: true },
    { file: 'a/process.ts', sha256: [hash('4')], changed: true },
    { file: 'a/thread.ts', sha256: [hash('1')], changed: false },
  ]);
});
