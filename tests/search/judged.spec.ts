import { expect, type Page, test } from '@playwright/test';
import { judged, placeOf, score } from './judged.ts';

/** Types a query into the page of results and reads what is shown, as addresses from the site's root. */
async function resultsFor(page: Page, query: string): Promise<string[][]> {
  await page.locator('main .find input[type=search]').fill(query);
  await page.waitForFunction(
    (wanted) => document.querySelector<HTMLElement>('main .find-hits')?.dataset.query === wanted,
    query.trim(),
  );
  return page.locator('main .find-hits > li').evaluateAll((items) =>
    items.map((item) =>
      [...item.querySelectorAll('a')].map((link) => {
        const { pathname, hash } = new URL(link.href);
        return pathname + decodeURIComponent(hash);
      }),
    ),
  );
}

test('what people type finds what answers it', async ({ page }, { annotations }) => {
  test.setTimeout(180_000);
  await page.goto('/search/');
  const places: number[] = [];
  const misses: string[] = [];
  for (const entry of judged) {
    const results = await resultsFor(page, entry.query);
    const place = placeOf(entry, results);
    places.push(place);
    if (place !== 1) {
      const shown = results.slice(0, 3).map(([address]) => address);
      misses.push(`${place || 'not found'}: “${entry.query}” wants ${entry.answers[0]}, shows ${shown.join(' ')}`);
    }
  }
  const { first, firstThree, meanReciprocalRank } = score(places);
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const report = [
    `${judged.length} queries: ${percent(first)} in the first place, ${percent(firstThree)} in the first three, ` +
      `mean reciprocal rank ${meanReciprocalRank.toFixed(3)}`,
    ...misses,
  ];
  console.log(report.join('\n'));
  annotations.push({ type: 'search', description: report.join('\n') });
  expect(judged.length).toBeGreaterThanOrEqual(80);
  expect(firstThree, misses.join('\n')).toBeGreaterThanOrEqual(0.95);
  expect(first, misses.join('\n')).toBeGreaterThanOrEqual(0.85);
});
