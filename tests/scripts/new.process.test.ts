/** The programs that `npm run new` writes run as they are. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findOnPath } from '../../scripts/runtimes/find-on-path.ts';
import { newExperiment } from '../../scripts/scaffold/new-experiment.ts';
import { newPage } from '../../scripts/scaffold/new-page.ts';
import { writeNew } from '../../scripts/scaffold/write-new.ts';

const root = join(import.meta.dirname, '../..');
mkdirSync(join(root, '.cache'), { recursive: true });
const copy = mkdtempSync(join(root, '.cache/new-'));
mkdirSync(join(copy, 'scripts/experiments'), { recursive: true });
for (const part of ['harness', 'experiments/_shared'])
  symlinkSync(join(root, 'scripts', part), join(copy, 'scripts', part));
writeNew(copy, await newExperiment(copy, 'brand-new'));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const python = findOnPath('python3');

test.each(['node/thread.ts', 'node/process.ts', 'python/thread.py', 'python/process.py'])('%s runs', (program) => {
  const runtime = program.endsWith('.ts') ? process.execPath : python;
  if (runtime === null) return;
  const file = join(copy, 'scripts/experiments/brand-new', program);
  const { status, stdout, stderr } = spawnSync(runtime, [file, '1000'], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^time = [\d.]+ ms\nsum = 999000\n$/);
});

test('nothing is written over, and nothing is written where one file is there', async () => {
  const again = await newExperiment(copy, 'brand-new');
  expect(() => writeNew(copy, again)).toThrow('experiment.ts: expected no such file, found one');
});

test.each(['Claims', 'claims/brand-new', 'choose/Brand New', 'choose/../x', '/etc/x', 'choose/'])(
  'a page can not be called %s',
  async (path) => {
    await expect(newPage(copy, path)).rejects.toThrow(/^Expected/);
  },
);
