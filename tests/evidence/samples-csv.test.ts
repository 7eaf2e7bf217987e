import { expect, test } from 'vitest';
import { samplesCsv } from '../../src/evidence/samples-csv.ts';
import type { EvidenceFile } from '../../src/measurement/evidence.ts';
import { fixture } from '../charts/fixtures/invented-results.ts';
import { readPages } from '../content/pages.ts';

const file: EvidenceFile = { results: fixture, origin: 'local' };

test('one line a sample, with machine, place in the round, unit and ending', () => {
  const [header, first, ...rest] = samplesCsv([file], 'start-up').trimEnd().split('\r\n');
  expect(header?.split(',')).toContain('place_in_round');
  expect(first).toBe(
    'local,fixture,fixture,2026-01-01T00:00:00.000Z,full,c,cc 1,start-up,parent-0,thread,1,1,ready,0.02,ms,60,50,0,',
  );
  // Five cells of twelve rounds, three metrics each; one of them has one variant.
  expect(rest.length + 1).toBe(3 * 12 * (2 + 2 + 2 + 2 + 1));
});

test('no row of one machine can be taken for another’s, and what two files hold is listed once', () => {
  const there = { ...fixture, machine: { ...fixture.machine, id: 'there' } };
  const rows = (files: EvidenceFile[]) => samplesCsv(files, 'start-up').trimEnd().split('\r\n').slice(1);
  const both = rows([file, { results: there, origin: 'reference' }]);
  expect(both).toHaveLength(2 * rows([file]).length);
  expect(new Set(both).size).toBe(both.length);
  const twice = rows([file, { ...file, origin: 'reference' }]);
  expect(twice).toHaveLength(rows([file]).length);
  expect(twice.every((row) => row.startsWith('reference,'))).toBe(true);
});

test('text that a spreadsheet would run stays text, and what separates fields stays in its field', () => {
  const named = (version: string): EvidenceFile => ({
    ...file,
    results: { ...fixture, runtimes: fixture.runtimes.map((runtime) => ({ ...runtime, version })) },
  });
  const row = (version: string) => samplesCsv([named(version)], 'start-up').split('\r\n')[1];
  expect(row('=HYPERLINK("https://site.test","x")')).toContain(
    `,c,"'=HYPERLINK(""https://site.test"",""x"")",start-up,`,
  );
  expect(row('@SUM(A1)')).toContain(",c,'@SUM(A1),start-up,");
  expect(row('1, "two"')).toContain(',c,"1, ""two""",start-up,');
});

test('another experiment’s table is empty but for its header', () => {
  expect(samplesCsv([file], 'memory').trimEnd().split('\r\n')).toHaveLength(1);
});

test('the table of a whole file has the rows of each of its experiments, and names them', () => {
  const [cell] = fixture.cells;
  const other = { ...cell, experiment: 'memory', key: 'other' } as (typeof fixture.cells)[number];
  const both: EvidenceFile = { ...file, results: { ...fixture, cells: [...fixture.cells, other] } };
  const rows = (experiment?: string) => samplesCsv([both], experiment).trimEnd().split('\r\n').slice(1);
  expect(rows('memory').length).toBeGreaterThan(0);
  expect(rows()).toEqual([...rows('start-up'), ...rows('memory')]);
  expect(rows('memory').every((row) => row.includes(',memory,parent-0,'))).toBe(true);
});

test('the page for lecturers says of every column what it is', () => {
  const page = readPages().find(({ file }) => file === 'start/for-lecturers.mdx');
  const rows = page?.body.split('\n').filter((line) => line.startsWith('| `')) ?? [];
  const explained = rows.flatMap((line) =>
    [...(line.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name),
  );
  const [header = ''] = samplesCsv([], 'start-up').split('\r\n');
  expect(explained.sort()).toEqual(header.split(',').sort());
});
