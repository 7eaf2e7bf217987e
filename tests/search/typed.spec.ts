import { expect, test } from '@playwright/test';
import { readYaml } from '../content/pages.ts';
import { type Judged, placeOf, readJudged } from './judged.ts';
import { resultsFor } from './results-for.ts';

const FIFTY = 50;

/** As many of a list as asked, from its beginning to its end at equal steps. */
function spread<Item>(items: readonly Item[], count: number): Item[] {
  return Array.from({ length: count }, (_, at) => items[Math.floor((at * items.length) / count)]).filter(
    (item) => item !== undefined,
  );
}

const cases = readJudged('cases.yaml');
const questions = (readYaml('questions.yaml') as { question: string; answer: string }[]).map(
  ({ question, answer }): Judged => ({ query: question, answers: [answer] }),
);
const others = FIFTY - cases.length;
const asked = [
  ...cases,
  ...spread(questions, Math.ceil(others / 2)),
  ...spread(readJudged('judged.yaml'), Math.floor(others / 2)),
];

test('fifty questions typed as they stand find their answer first or second', async ({ page }) => {
  await page.goto('/concepts/gil/');
  await page.getByRole('button', { name: 'Search' }).click();
  const dialog = page.getByRole('dialog', { name: 'Search' });
  const field = dialog.getByRole('searchbox');
  await expect(field).toBeFocused();
  const misses: string[] = [];
  for (const entry of asked) {
    await field.selectText();
    await page.keyboard.type(entry.query);
    const results = await resultsFor(dialog, entry.query);
    const place = placeOf(entry, results);
    if (place === 1 || place === 2) continue;
    const shown = results.slice(0, 3).map(([address]) => address);
    misses.push(`${place || 'not found'}: “${entry.query}” wants ${entry.answers[0]}, shows ${shown.join(' ')}`);
  }
  expect(asked).toHaveLength(FIFTY);
  expect(misses).toEqual([]);
});
