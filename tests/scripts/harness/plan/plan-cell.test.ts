import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { DiscoveredExperiment } from '../../../../scripts/harness/definition/discover.ts';
import type { Profile } from '../../../../scripts/harness/options.ts';
import { createProgramFiles } from '../../../../scripts/harness/plan/cell-key.ts';
import { planCell } from '../../../../scripts/harness/plan/plan-cell.ts';
import type { Installation } from '../../../../scripts/runtimes/runtime.ts';
import { results } from '../../../measurement/measured.ts';

const installed = (id: string, version = '3.14.0'): Installation => ({
  info: { id, label: id, language: 'python', version, details: {} },
  path: `/${id}`,
  command: () => ({ file: `/${id}`, argv: [], env: {} }),
  imports: async () => [],
});

/** One program, run by the cell's own runtime and by another. */
const experiment: DiscoveredExperiment = {
  id: 'pairs',
  folder: import.meta.dirname,
  programs: new Set(['python/thread.py']),
  definition: {
    title: 'Pairs',
    question: 'Does the lock matter?',
    order: 1,
    metrics: {},
    cases: { one: { label: 'one', args: [] }, quick: { label: 'quick', args: [], quick: true } },
    variants: {
      thread: { label: 'threads', kind: 'thread' },
      'thread.free-threaded': { label: 'threads without the lock', kind: 'thread', runBy: 'cpython-ft' },
    },
    pinning: 'free',
    timeLimit: 1,
    rounds: 'ratios',
  },
};

async function plan(own: Installation, caseId: string, profile: Profile, ...others: Installation[]) {
  const files = { ...createProgramFiles(), hashed: async (file: string) => [{ file, sha256: '0'.repeat(64) }] };
  const context = {
    machine: results([]).machine,
    root: join(import.meta.dirname, '..'),
    files,
    runtimes: { found: [own, ...others], missing: [] },
  };
  return planCell(experiment, own, caseId, { profile, rounds: undefined }, context);
}

async function planWith(...others: Installation[]) {
  const planned = await plan(installed('cpython-gil'), 'one', 'full', ...others);
  return {
    key: planned?.key,
    runBy: planned?.variants.map(({ variant, installation }) => [variant, installation.path]),
  };
}

test('a variant that names a runtime is run by it, in the same rounds as the others', async () => {
  expect((await planWith(installed('cpython-ft'))).runBy).toEqual([
    ['thread', '/cpython-gil'],
    ['thread.free-threaded', '/cpython-ft'],
  ]);
});

test('a variant is left out where the runtime it names was not found', async () => {
  expect((await planWith()).runBy).toEqual([['thread', '/cpython-gil']]);
});

test('another version of the runtime that a variant names is another measurement', async () => {
  const keys = await Promise.all(['3.14.0', '3.14.1'].map((version) => planWith(installed('cpython-ft', version))));
  expect(keys[0]?.key).not.toBe(keys[1]?.key);
});

test('versions without a row in the table of runtimes are measured in the quick cases alone', async () => {
  const planned = async (runtime: string, profile: Profile) => {
    const plans = await Promise.all(['one', 'quick'].map((caseId) => plan(installed(runtime), caseId, profile)));
    return plans.flatMap((one) => one?.case ?? []);
  };
  expect(await planned('cpython', 'full')).toEqual(['one', 'quick']);
  expect(await planned('cpython', 'quick')).toEqual(['quick']);
  expect(await planned('cpython-3.9', 'full')).toEqual(['quick']);
  expect(await planned('cpython-3.9', 'quick')).toEqual(['quick']);
});
