/** Every committed file of reference results: complete by its own plan, unedited, and measured on what a commit holds. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { referenceFaults } from '../../scripts/harness/plan/reference-file.ts';
import { parseResults } from '../../src/measurement/parse.ts';

const folder = join(import.meta.dirname, '../../content/results/reference');

const files = globSync('*.json', { cwd: folder });
const read = (name: string) => {
  const text = readFileSync(join(folder, name), 'utf8');
  return { root: JSON.parse(text), results: parseResults(text, name) };
};

test('there are reference results', () => expect(files.length).toBeGreaterThan(0));

test.each(files)('%s is whole', (name) => {
  const { root, results } = read(name);
  expect(referenceFaults(root, results)).toEqual([]);
});
