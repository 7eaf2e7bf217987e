import { expect, test } from 'vitest';
import { type CrashCell, crashMatrix } from '../../../src/components/models/crash-cells.ts';
import { evidenceFrom, NO_EVIDENCE } from '../../../src/measurement/evidence.ts';
import type { Cell, Invocation } from '../../../src/measurement/results.ts';
import { fixture } from '../../charts/fixtures/invented-results.ts';

const run = (survived: number, ending: Invocation['ending'], values: Record<string, number> = {}): Invocation => ({
  values: { survived, ...values },
  wall: 1,
  cpu: 1,
  switches: null,
  ending,
});
const exit = (code: number) => ({ code, signal: null });
const killed = (signal: string) => ({ code: null, signal });

/** The matrix of one fault in a thread, with the invocations given, one per round. */
function cellOf(runs: Invocation[], changes: Partial<Cell> = {}): CrashCell | undefined {
  const [template] = fixture.cells;
  if (!template) throw new Error('the fixture has no cell');
  const rounds = runs.map((invocation) => ({ order: ['thread'], invocations: { thread: invocation } }));
  const cell: Cell = { ...template, experiment: 'crashes', case: 'abort', rounds, planned: runs.length, ...changes };
  const words = {
    title: 'Crashes',
    question: 'Who is left?',
    order: 1,
    metrics: {
      survived: { label: 'The host survived', unit: 'count', better: 'higher' },
      bystander: { label: 'The other worker went on', unit: 'count', better: 'higher' },
      'worker-code': { label: "The worker's exit code", unit: 'count', better: 'neither' },
    },
    cases: { abort: { label: 'abort' } },
    variants: { thread: { label: 'thread', kind: 'thread' } },
  } as const;
  const source = evidenceFrom({
    results: { ...fixture, experiments: { crashes: words }, cells: [cell] },
    origin: 'local',
  });
  const matrix = crashMatrix(source, 'crashes', 'c');
  return 'absence' in matrix ? undefined : matrix.rows[0]?.cells[0];
}

test('a host that always survived', () => {
  expect(cellOf([run(1, exit(0)), run(1, exit(0))])).toMatchObject({ outcome: 'survived', ending: 'exit code 0' });
});

test('a host that always died, with the signal', () => {
  expect(cellOf([run(0, killed('SIGSEGV')), run(0, killed('SIGSEGV'))])).toMatchObject({
    outcome: 'died',
    ending: 'killed by SIGSEGV',
  });
});

test('a host that died now and then, with every ending seen', () => {
  expect(cellOf([run(1, exit(0)), run(0, killed('SIGABRT'))])).toMatchObject({
    outcome: 'varied',
    ending: 'exit code 0 or killed by SIGABRT',
  });
});

test('a host that survived while an innocent worker was lost is not simply well', () => {
  const cell = cellOf([run(1, exit(0), { bystander: 0, 'worker-code': 134 })]);
  expect(cell).toMatchObject({ outcome: 'harmed' });
  expect(cell?.facts).toContain('The other worker went on: in 0 of 1 rounds');
  expect(cell?.facts).toContain("The worker's exit code: 134");
});

test('a program that failed costs its own cell, which says why and keeps the log', () => {
  const cell = cellOf([run(1, exit(0))], { failures: { thread: { reason: 'timed out', log: 'started' } } });
  expect(cell).toMatchObject({ outcome: 'absent', words: 'failed: timed out', log: 'started' });
});

test('an experiment nobody measured is said to be so', () => {
  expect(crashMatrix(NO_EVIDENCE, 'crashes', 'c')).toEqual({ absence: '“crashes” has not been measured in C' });
});

test.each([
  ['said by the field', { reason: 'it throws', log: '', notApplicable: true as const }],
  ['said by the reason, in files without the field', { reason: 'does not apply: it throws', log: '' }],
])('a fault that a unit cannot have, with the reason: %s', (_, failure) => {
  expect(cellOf([], { failures: { thread: failure } })).toMatchObject({ outcome: 'absent', words: failure.reason });
});
