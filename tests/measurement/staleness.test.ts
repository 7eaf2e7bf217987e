import { describe, expect, it } from 'vitest';
import { type PlannedNow, whyStale } from '../../src/measurement/staleness.ts';
import { cell } from './measured.ts';

const programs = [
  { variant: 'thread', file: 'gil/node/thread.ts', sha256: 'a'.repeat(64) },
  { variant: 'thread', file: 'gil/node/_kernel.ts', sha256: 'b'.repeat(64) },
];
const measured = cell([], { programs, key: 'c'.repeat(64), pinning: 'free', runtime: 'node' });
const runtimes = [{ id: 'node', label: 'Node.js', language: 'node' as const, version: '24', details: {} }];
const measuredIn = { runtimes, machine: { kernel: '6.1' } };

describe('a page, which knows the files as they are now,', () => {
  const hashes = new Map(programs.map(({ file, sha256 }) => [file, sha256]));
  const staleWith = (changed: string, sha256: string | undefined) =>
    whyStale(measured, measuredIn, { sha256Of: (file) => (file === changed ? sha256 : hashes.get(file)) });

  it('finds a cell fresh whose files are the same', () => expect(staleWith('another', 'd')).toBeUndefined());
  it.each(programs)('sees that $file has changed or is gone', ({ file }) => {
    expect(staleWith(file, 'd')).toBe(`${file} has changed since it was measured`);
    expect(staleWith(file, undefined)).toBe(`${file} has changed since it was measured`);
  });
});

describe('the harness, which knows what it would measure,', () => {
  const now: PlannedNow = { key: 'd', programs, pinning: 'free', runtime: { version: '24' }, kernel: '6.1' };
  const staleWith = (changes: Partial<PlannedNow>) =>
    whyStale(measured, measuredIn, { planned: { ...now, ...changes } });
  const [thread, kernel] = programs as [(typeof programs)[number], (typeof programs)[number]];
  const other = 'e'.repeat(64);

  it('finds a cell fresh that has its key', () => expect(staleWith({ key: measured.key })).toBeUndefined());
  it.each([
    ['gil/node/_kernel.ts has changed since it was measured', { programs: [thread, { ...kernel, sha256: other }] }],
    ['variant process is new', { programs: [...programs, { ...thread, variant: 'process' }] }],
    ['x.ts was not part of variant thread', { programs: [...programs, { ...thread, file: 'x.ts' }] }],
    ['gil/node/_kernel.ts is no longer part of variant thread', { programs: [thread] }],
    ['node was 24, is 26', { runtime: { version: '26' } }],
    ['the kernel was 6.1, is 6.2', { kernel: '6.2' }],
    ['pinning was free, is one-core', { pinning: 'one-core' as const }],
    ['an argument, a metric, the harness or a detail of the runtime has changed', {}],
  ])('says that %s', (words, changes) => expect(staleWith(changes)).toContain(words));
});
