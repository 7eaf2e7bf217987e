/** The data that the built site publishes: what describes it names files that are there. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { MIRRORED_BASE } from '../../scripts/testing/render-both.ts';
import type { Results } from '../../src/measurement/results.ts';
import { mirroredSite, readPages, site } from './built-site.ts';

interface Dataset {
  distribution: { contentUrl: string; encodingFormat: string }[];
}

describe.each([
  ['at the root', site, '/'],
  ['under a path', mirroredSite, MIRRORED_BASE],
])('the data %s', (_, folder, base) => {
  const inFolder = (url: string) => join(folder, new URL(url).pathname.slice(base.length));
  const { document } = readPages(folder).find(({ path }) => path === '/reference/results/') ?? {};
  const schema = JSON.parse(readFileSync(join(folder, 'data/results.schema.json'), 'utf8'));

  test('is described as a dataset whose files are there, JSON by the published schema', () => {
    const text = document?.querySelector('script[type="application/ld+json"]')?.textContent;
    const { distribution }: Dataset = JSON.parse(text ?? '{}');
    expect(distribution.filter(({ contentUrl }) => !existsSync(inFolder(contentUrl)))).toEqual([]);
    const validate = new Ajv2020({ validateFormats: false }).compile(schema);
    const files = distribution.filter(({ encodingFormat }) => encodingFormat === 'application/json');
    expect(files.length).toBeGreaterThan(0);
    for (const { contentUrl } of files) {
      expect(new URL(contentUrl).pathname.startsWith(base), contentUrl).toBe(true);
      validate(JSON.parse(readFileSync(inFolder(contentUrl), 'utf8')));
      expect(validate.errors, contentUrl).toBeNull();
    }
  });

  test('says what the columns of each table hold, beside it', () => {
    const tables = globSync('data/**/*.csv', { cwd: folder });
    expect(tables.some((table) => table.startsWith('data/experiment/'))).toBe(true);
    for (const table of tables) {
      const [header] = readFileSync(join(folder, table), 'utf8').split('\r\n');
      const { url, tableSchema } = JSON.parse(readFileSync(join(folder, `${table}-metadata.json`), 'utf8'));
      expect(tableSchema.columns.map(({ name }: { name: string }) => name).join(','), table).toBe(header);
      expect(table.endsWith(`/${url}`), url).toBe(true);
    }
  });

  test('is there as JSON and as CSV for each results file, linked from the page of the data', () => {
    const files = globSync('data/*.json', { cwd: folder, exclude: ['**/*.schema.json', '**/*.csv-metadata.json'] });
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const name = file.slice(0, -'.json'.length);
      for (const form of ['json', 'csv']) {
        const link = document?.querySelector(`a[download][href="${base}${name}.${form}"]`);
        expect(link?.textContent, name).toBe(`${name.slice('data/'.length)}.${form}`);
      }
      const { cells }: Results = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      const [header = '', ...rows] = readFileSync(join(folder, `${name}.csv`), 'utf8')
        .trimEnd()
        .split('\r\n');
      const samples = cells.flatMap(({ rounds }) => rounds.flatMap(({ invocations }) => Object.values(invocations)));
      expect(header).toContain('experiment,case,variant');
      expect(rows.length).toBe(samples.reduce((sum, { values }) => sum + Object.keys(values).length, 0));
    }
  });

  test('and the sitemap are where their addresses say', () => {
    expect(existsSync(inFolder(schema.$id))).toBe(true);
    const [, sitemap = ''] = /^Sitemap: (.+)$/m.exec(readFileSync(join(folder, 'robots.txt'), 'utf8')) ?? [];
    expect(existsSync(inFolder(sitemap))).toBe(true);
  });
});
