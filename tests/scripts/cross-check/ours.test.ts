import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { oursAt, readEvidence } from '../../../scripts/cross-check/ours.ts';
import type { Results } from '../../../src/measurement/results.ts';

const PLACE = { experiment: 'start-up', runtime: 'c', case: 'parent-0', variant: 'process', metric: 'joined' };

const invocation = (joined: number) => ({
  values: { joined },
  wall: 5,
  cpu: null,
  switches: null,
  ending: { code: 0, signal: null },
});

const results = (machine: string, joined: readonly number[]): Results => ({
  schema: 1,
  machine: {
    id: machine,
    label: `The ${machine}`,
    os: 'Linux',
    kernel: '6',
    arch: 'x64',
    cpu: 'CPU',
    cores: 2,
    memory: 1,
    limits: [],
  },
  runtimes: [],
  experiments: {
    'start-up': {
      title: 'Start-up',
      question: 'How long?',
      order: 1,
      metrics: { joined: { label: 'Joined', unit: 'ms', better: 'lower' } },
      cases: { 'parent-0': { label: 'small' } },
      variants: { process: { label: 'process', kind: 'process' } },
    },
  },
  sessions: [
    { id: 's', date: '2026-01-01T00:00:00Z', profile: 'full', seed: 1, commit: null, control: null, gates: [] },
  ],
  cells: [
    {
      experiment: 'start-up',
      runtime: 'c',
      case: 'parent-0',
      key: '0'.repeat(64),
      session: 's',
      profile: 'full',
      date: '2026-01-01T00:00:00Z',
      seed: 1,
      pinning: 'free',
      planned: joined.length,
      programs: [],
      rounds: joined.map((value) => ({ order: ['process'], invocations: { process: invocation(value) } })),
      gates: [],
      failures: {},
      traces: {},
      logs: {},
    },
  ],
  unavailable: [],
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'results-'));
  await mkdir(join(folder, 'local'));
  await mkdir(join(folder, 'reference'));
  await writeFile(join(folder, 'calibration.json'), '{"not": "results"}');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('takes the median, and this machine before any other', async () => {
  await writeFile(join(folder, 'reference', 'a.json'), JSON.stringify(results('reference', [90])));
  await writeFile(join(folder, 'local', 'here.json'), JSON.stringify(results('here', [3, 1, 2])));
  const { sources, files } = await readEvidence(folder, 'here');
  expect(files).toBe(2);
  expect(oursAt(sources, PLACE)).toEqual({ value: 2, unit: 'ms', elsewhere: null });
});

test('says where a figure was measured that is not from here', async () => {
  await writeFile(join(folder, 'reference', 'a.json'), JSON.stringify(results('reference', [90])));
  const { sources } = await readEvidence(folder, 'here');
  expect(oursAt(sources, PLACE)).toEqual({ value: 90, unit: 'ms', elsewhere: 'The reference' });
});

test('says in words what has no figure, and works without any results', async () => {
  const { sources, files } = await readEvidence(join(folder, 'absent'), 'here');
  expect(files).toBe(0);
  expect(oursAt(sources, PLACE)).toBe('“start-up” has not been measured in C, case “parent-0”');
});
