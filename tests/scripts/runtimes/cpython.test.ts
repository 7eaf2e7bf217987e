import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import cpython, { findCPythons } from '../../../scripts/runtimes/cpython.ts';
import { findOnPath } from '../../../scripts/runtimes/find-on-path.ts';
import type { FoundRuntimes } from '../../../scripts/runtimes/runtime.ts';
import { runtimeSchema } from '../../../src/measurement/results.ts';

const run = promisify(execFile);
const python = findOnPath('python3');

let cache: string;
beforeAll(async () => {
  cache = await mkdtemp(join(tmpdir(), 'cpython-'));
});
afterAll(() => rm(cache, { recursive: true, force: true }));

test('an interpreter that was named and is not there is reported with what to do', async () => {
  const named = '/no/such/python3';
  const { missing } = await findCPythons({ HOME: cache, PATH: '', THREAD_OR_PROCESS_CPYTHON: named }, cache);
  expect(missing.find(({ id }) => id === 'cpython-named-1')).toMatchObject({
    reason: '/no/such/python3 does not exist',
    remedy: expect.stringContaining('THREAD_OR_PROCESS_CPYTHON'),
  });
});

test('without python3 on PATH, `cpython` is 3.14 or later, or missing with a reason and a remedy', async () => {
  const { found, missing } = await findCPythons({ HOME: cache, PATH: '' }, cache);
  const installed = found.find(({ info }) => info.id === 'cpython');
  if (installed) return expect(Number(installed.info.version.split('.')[1])).toBeGreaterThanOrEqual(14);
  expect(missing.find(({ id }) => id === 'cpython')).toMatchObject({
    reason: 'no python3 that works is on PATH',
    remedy: expect.stringMatching(/Install Python/),
  });
});

describe.skipIf(python === null)('on this machine', () => {
  let here: FoundRuntimes;
  beforeAll(async () => {
    here = await cpython.find();
  }, 60_000);

  test('every role is either found or missing with a reason, and ids are unique', () => {
    const ids = [...here.found.map(({ info }) => info.id), ...here.missing.map(({ id }) => id)];
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(['cpython', 'cpython-ft', 'cpython-gil']));
    expect(here.missing.every(({ reason, remedy }) => reason !== '' && remedy !== '')).toBe(true);
  });

  test('what goes into results fits their schema and has no path of this machine in it', () => {
    for (const { info } of here.found) {
      expect(runtimeSchema.parse(info)).toEqual(info);
      expect(JSON.stringify(info)).not.toMatch(/(^|[\s"'=])\/\w/);
    }
  });

  test('each runs a program as what it says it is', async () => {
    const question = 'import sys; print(sys.version.split()[0], getattr(sys, "_is_gil_enabled", lambda: True)())';
    for (const { info, command } of here.found) {
      const { file, argv, env } = command('-', { runtimeArgs: ['-c', question], args: [] });
      const { stdout } = await run(file, argv, { env: { ...process.env, ...env } });
      expect(`${info.id} ${stdout.trim()}`).toBe(
        `${info.id} ${info.version} ${info.details['GIL'] === 'GIL on' ? 'True' : 'False'}`,
      );
    }
  }, 60_000);

  test('python3 is the interpreter itself and not a shim', async () => {
    const standard = here.found.find(({ info }) => info.id === 'cpython');
    const { stdout } = await run(standard?.path ?? '', [
      '-c',
      'import os, sys; print(os.path.realpath(sys.executable))',
    ]);
    expect(stdout.trim()).toBe(standard?.path);
  });
});
