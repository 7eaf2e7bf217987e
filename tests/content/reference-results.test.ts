/** Every committed file of reference results: complete by its own plan, unedited, and measured on what a commit holds. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { referenceFaults } from '../../scripts/harness/plan/reference-file.ts';
import { parseResults } from '../../src/measurement/parse.ts';

const folder = join(import.meta.dirname, '../../content/results/reference');

/** Measured before files carried their plan, so nothing can be asked of them: each goes when its machine is measured anew. */
const WITHOUT_PLAN = ['amd-epyc-2.json', 'amd-epyc-zen4-2.json'];

const files = globSync('*.json', { cwd: folder });
const read = (name: string) => {
  const text = readFileSync(join(folder, name), 'utf8');
  return { root: JSON.parse(text), results: parseResults(text, name) };
};

test('there are reference results', () => expect(files.length).toBeGreaterThan(0));

test.each(files.filter((name) => !WITHOUT_PLAN.includes(basename(name))))('%s is whole', (name) => {
  const { root, results } = read(name);
  expect(referenceFaults(root, results)).toEqual([]);
});

test.each(WITHOUT_PLAN)('%s is there, and is still without a plan', (name) => {
  expect(files, 'it is gone: take it off the list').toContain(name);
  expect(read(name).results.reference, 'it has a plan now: take it off the list').toBeUndefined();
});
