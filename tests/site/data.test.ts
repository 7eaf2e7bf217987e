/** The data that the built site publishes: what describes it names files that are there. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { MIRRORED_BASE } from '../../scripts/testing/render-both.ts';
import { mirroredSite, readPages, site } from './built-site.ts';

interface Dataset {
  distribution: { contentUrl: string; encodingFormat: string }[];
}

describe.each([
  ['at the root', site, '/'],
  ['under a path', mirroredSite, MIRRORED_BASE],
])('the data %s', (_, folder, base) => {
  const inFolder = (url: string) => join(folder, new URL(url).pathname.slice(base.length));
  const schema = JSON.parse(readFileSync(join(folder, 'data/results.schema.json'), 'utf8'));

  test('is described as a dataset whose files are there, JSON by the published schema', () => {
    const { document } = readPages(folder).find(({ path }) => path === '/reference/results/') ?? {};
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
    const tables = globSync('data/experiment/*.csv', { cwd: folder });
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables) {
      const [header] = readFileSync(join(folder, table), 'utf8').split('\r\n');
      const { url, tableSchema } = JSON.parse(readFileSync(join(folder, `${table}-metadata.json`), 'utf8'));
      expect(tableSchema.columns.map(({ name }: { name: string }) => name).join(','), table).toBe(header);
      expect(table.endsWith(`/${url}`), url).toBe(true);
    }
  });

  test('and the sitemap are where their addresses say', () => {
    expect(existsSync(inFolder(schema.$id))).toBe(true);
    const [, sitemap = ''] = /^Sitemap: (.+)$/m.exec(readFileSync(join(folder, 'robots.txt'), 'utf8')) ?? [];
    expect(existsSync(inFolder(sitemap))).toBe(true);
  });
});
