import { expect, test } from 'vitest';
import { runtimeTable, versionsOf } from '../../../src/components/models/runtime-table.ts';
import { claimSchema } from '../../../src/measurement/claim.ts';
import { isAbsence } from '../../../src/measurement/readings.ts';
import { cell, evidence, ratioComparison, roundsBetween } from '../../measurement/measured.ts';

const node = (id: string, version: string) => ({
  id,
  label: `Node.js ${version}`,
  language: 'node' as const,
  version,
  details: {},
});
const source = evidence(
  [
    cell(roundsBetween(0.5, 0.52), { runtime: 'node' }),
    cell(roundsBetween(0.5, 0.52), { runtime: 'node', case: 'large' }),
    cell(roundsBetween(3, 3.1), { runtime: 'node-20' }),
  ],
  { runtimes: [node('node', '26.10.0'), node('node-20', '20.20.2')] },
);
const claim = claimSchema.parse({
  id: 'X6',
  group: 'disadvantage',
  side: 'processes',
  title: 'Slower to start',
  statement: 'Processes start more slowly than threads.',
  page: '/claims/start-up/',
  runtimes: ['node', 'cpython'],
  comparisons: [
    ratioComparison({ cases: ['small', 'large'], runtimes: ['node'] }),
    ratioComparison({ cases: ['small'], runtimes: ['cpython'], expect: 'less' }),
  ],
  falsifiedBy: 'a process started as soon as a thread.',
});
const wanted = { experiment: 'start-up', case: 'small', metric: 'time', variants: ['thread', 'process'], claim };

test('another line of a runtime is judged as the line that the switch shows, each on the same case', () => {
  const { rows } = runtimeTable(source, wanted, ['node', 'node-20']);
  expect(rows.map(({ label }) => label)).toEqual(['Node.js 20.20.2', 'Node.js 26.10.0']);
  expect(rows.map(({ verdict }) => verdict?.kind)).toEqual(['confirmed', 'contradicted']);
  expect(rows.map(({ verdict }) => verdict?.parts.flatMap(({ cases }) => cases.map((one) => one.case)))).toEqual([
    ['small'],
    ['small'],
  ]);
});

test('the caption says how many rounds the figures rest on, least and most', () => {
  const count = roundsBetween(0.5, 0.52).length;
  expect(runtimeTable(source, wanted, ['node', 'node-20']).measured).toMatchObject({ rounds: [count, count] });
});

test('what a machine has not measured has no row, and the table no rounds', () => {
  const { rows, measured } = runtimeTable(source, wanted, ['node-24']);
  expect([rows, measured]).toEqual([[], undefined]);
});

test('a row without a figure stays, with the reason in its place', () => {
  const { rows, measured } = runtimeTable(source, { ...wanted, variants: ['interpreter'] }, ['node']);
  expect(rows.map(({ figures }) => figures.map(isAbsence))).toEqual([[true]]);
  expect(measured).toBeUndefined();
});

test('versions of a runtime are told from other builds of it', () => {
  const known = ['node', 'node-20', 'node-24', 'cpython', 'cpython-3.9', 'cpython-3.13t', 'cpython-ft', 'cpython-gil'];
  expect(versionsOf('node', known)).toEqual(['node', 'node-20', 'node-24']);
  expect(versionsOf('cpython', known)).toEqual(['cpython', 'cpython-3.9']);
});
