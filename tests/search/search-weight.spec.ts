import { expect, test } from '@playwright/test';
import { countFetched } from '../../scripts/bench/count-fetched.ts';
import { readJudged } from './judged.ts';

const limit = 250_000;

test('nothing of search is fetched before it is opened', async ({ page }) => {
  const fetched = countFetched(page);
  await page.goto('/', { waitUntil: 'networkidle' });
  const paths = (await fetched()).map(({ path }) => path);
  expect(paths.length).toBeGreaterThan(0);
  expect(paths.filter((path) => /pagefind|dialog|finder/.test(path))).toEqual([]);
});

test('the words for correcting a spelling are fetched for a word that is nowhere', async ({ page }) => {
  await page.goto('/', { waitUntil: 'networkidle' });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const spellings = () => asked.filter((path) => path.endsWith('/words.json'));
  await page.getByRole('button', { name: 'Search' }).click();
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await dialog.getByRole('searchbox').fill('mutex');
  await expect(dialog.getByRole('status')).toContainText('“mutex”');
  expect(spellings()).toEqual([]);
  await dialog.getByRole('searchbox').fill('contxet switch');
  await expect(dialog.getByRole('status')).toContainText('read as “context switch”');
  expect(spellings()).toHaveLength(1);
});

// Short and long, and those whose words lie far apart in the alphabet.
const long = readJudged('judged.yaml')
  .toSorted((a, b) => b.query.length - a.query.length)
  .slice(0, 4);
const queries = ['mutex', 'can i share an object between workers', ...long.map(({ query }) => query)];

for (const query of queries) {
  test(`the first query fetches at most ${limit / 1000} kB: ${query}`, async ({ page }) => {
    await page.goto('/', { waitUntil: 'networkidle' });
    const fetched = countFetched(page);
    await page.getByRole('button', { name: 'Search' }).click();
    const dialog = page.getByRole('dialog', { name: 'Search' });
    await dialog.getByRole('searchbox').fill(query);
    await expect(dialog.locator('.find-hit').first()).toBeVisible();
    const files = await fetched();
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    console.log(`${(bytes / 1000).toFixed(1)} kB in ${files.length} files for “${query}”`);
    expect(files.some(({ path }) => path.endsWith('.pf_fragment'))).toBe(true);
    expect(bytes, files.map((file) => `${file.bytes} ${file.path}`).join('\n')).toBeLessThanOrEqual(limit);
  });
}
