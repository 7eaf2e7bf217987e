/** What `npm run new` writes, in a copy of the project that is built with it. */
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, expect, test } from 'vitest';
import { newExperiment } from '../../scripts/scaffold/new-experiment.ts';
import { newPage } from '../../scripts/scaffold/new-page.ts';
import { createSmallSite } from './small-site.ts';

const root = join(import.meta.dirname, '../..');
const site = createSmallSite();
afterAll(() => site.remove());

test('a new experiment and a new page are built at once, and say that nothing is measured', async () => {
  for (const fresh of [await newExperiment(root, 'brand-new'), await newPage(root, 'choose/brand-new')]) {
    for (const [path, text] of Object.entries(fresh.files)) site.write(path, text);
  }
  const { code, said } = await site.build();
  expect(code, said).toBe(0);
  const read = (path: string) => parseHTML(site.read(`dist/${path}/index.html`)).document;
  const claim = read('claims/brand-new');
  expect(claim.querySelector('h1')?.textContent).toContain('Brand new');
  expect(claim.body.textContent).toContain('“Brand new” has not been measured yet');
  expect(read('choose/brand-new').querySelector('h1')?.textContent).toContain('Brand new');
}, 120_000);
