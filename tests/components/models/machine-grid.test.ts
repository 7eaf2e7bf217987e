import { describe, expect, test } from 'vitest';
import { type MachineGrid, machineGrid, tallies } from '../../../src/components/models/machine-grid.ts';
import { type Claim, claimSchema } from '../../../src/measurement/claim.ts';
import { type EvidenceSource, evidenceFrom, type Origin } from '../../../src/measurement/evidence.ts';
import type { Cell, Round } from '../../../src/measurement/results.ts';
import { judgeClaim } from '../../../src/measurement/verdict.ts';
import { cell, ratioComparison, results, roundsBetween, session } from '../../measurement/measured.ts';

const claim = (changes: Partial<ReturnType<typeof ratioComparison>> = {}): Claim =>
  claimSchema.parse({
    id: 'K2',
    group: 'key-point',
    side: 'both',
    title: 'Switching',
    statement: 'Threads switch faster than processes.',
    page: '/claims/context-switch/',
    runtimes: ['node', 'c'],
    comparisons: [ratioComparison(changes)],
    falsifiedBy: 'they switched as fast.',
  });

const slower = roundsBetween(2, 2.1);
const alike = roundsBetween(0.99, 1.01);
const columns = ['node', 'c'].map((id) => ({ id, label: id }));
const control = session({
  control: {
    rounds: roundsBetween(0.99, 1.01).map(({ invocations }) => ({
      order: ['a', 'b'],
      invocations: { a: invocations['process'] ?? never(), b: invocations['thread'] ?? never() },
    })),
  },
});

function never(): never {
  throw new Error('expected a round of a process and a thread, found another');
}

interface Bench {
  label: string;
  origin?: Origin;
  flags?: string[];
  version?: string;
}

function bench(
  { label, origin = 'reference', flags = ['pcid'], version = '26.10.0' }: Bench,
  cells: Cell[],
): EvidenceSource {
  const { machine } = results([]);
  const identity = {
    vendor: 'AuthenticAMD',
    family: '25',
    model: '17',
    stepping: '1',
    flags,
    caches: [],
    cores: { physical: 2, logical: 2, allowed: 2 },
    virtualisation: 'virtual machine',
  };
  const runtime = { id: 'node', label: 'Node.js', language: 'node' as const, version, details: {} };
  const changes = { machine: { ...machine, label, identity }, runtimes: [runtime], sessions: [control] };
  return evidenceFrom({ origin, results: results(cells, changes) });
}

const gridOf = (sources: readonly EvidenceSource[], asked = claim()): MachineGrid =>
  machineGrid(asked, columns, (runtime) =>
    sources.map((source) => ({ source, verdict: judgeClaim(asked, runtime, source) })),
  );
const shown = ({ rows }: MachineGrid) =>
  rows.map(({ name, verdicts }) => [name, ...verdicts.map((verdict) => verdict?.kind)]);

const there = bench({ label: 'There' }, [cell(slower, { pinning: 'one-core' })]);
const same = bench({ label: 'Same' }, [cell(slower, { pinning: 'one-core' }), cell(slower, { runtime: 'c' })]);
const here = bench({ label: 'Here', origin: 'local', flags: [], version: '24.1.0' }, [
  cell(alike, { pinning: 'one-core', profile: 'quick' }),
]);

describe('a grid of machines and runtimes', () => {
  test('of no file is empty', () => expect(gridOf([])).toMatchObject({ rows: [], disagreements: [] }));

  test('of one file has its row, and nobody to disagree with', () => {
    const grid = gridOf([there]);
    expect(shown(grid)).toEqual([['reference machine, There', 'confirmed', undefined]]);
    expect(grid.disagreements).toEqual([]);
  });

  test('of two files says what differs, the likeliest reason first', () => {
    const grid = gridOf([here, there]);
    expect(shown(grid)).toEqual([
      ['reference machine, There', 'confirmed', undefined],
      ['this machine, Here', 'no-difference', undefined],
    ]);
    const [one, ...more] = grid.disagreements;
    expect(more).toEqual([]);
    expect(one?.runtime.id).toBe('node');
    expect(one?.differences).toEqual([
      'PCID: no (this machine, Here); yes (reference machine, There)',
      'version: 24.1 (this machine, Here); 26.10 (reference machine, There)',
      'profile: quick (this machine, Here); full (reference machine, There)',
      'processor: Here (this machine, Here); There (reference machine, There)',
    ]);
  });

  test('of three files keeps them apart, and those that agree need no reason', () => {
    const grid = gridOf([here, there, same]);
    expect(shown(grid)).toEqual([
      ['reference machine, There', 'confirmed', undefined],
      ['reference machine, Same', 'confirmed', 'confirmed'],
      ['this machine, Here', 'no-difference', undefined],
    ]);
    expect(grid.disagreements.map(({ runtime }) => runtime.id)).toEqual(['node']);
    expect(gridOf([there, same]).disagreements).toEqual([]);
  });

  test('does not take what is open for a disagreement', () => {
    const open = bench({ label: 'Open' }, [cell(roundsBetween(0.9, 1.5))]);
    expect(gridOf([there, open]).disagreements).toEqual([]);
  });

  test('names the cores that were granted where the claim is one of parallelism, and PCID only where programs took turns', () => {
    const granting = (rounds: Round[], granted: number) => rounds.map((round) => ({ ...round, granted }));
    const many = bench({ label: 'Twin A' }, [cell(granting(slower, 1.92))]);
    const few = bench({ label: 'Twin B', flags: [] }, [cell(granting(alike, 1.62))]);
    const [parallel] = gridOf([many, few], claim({ parallel: true })).disagreements;
    expect(parallel?.differences[0]).toBe(
      'cores granted while it measured: 1.9 (reference machine, Twin A); 1.6 (reference machine, Twin B)',
    );
    const [serial] = gridOf([many, few]).disagreements;
    expect(serial?.differences.join()).not.toMatch(/PCID|granted/);
  });

  test('is summed over all claims, machine by machine', () => {
    expect(tallies([gridOf([there, here]), gridOf([there])])).toEqual([
      { name: 'reference machine, There', columns: [new Map([['confirmed', 2]]), new Map()] },
      { name: 'this machine, Here', columns: [new Map([['no difference', 1]]), new Map()] },
    ]);
  });
});
