import { expect, test } from '@playwright/test';
import { placeOf, readJudged, score } from './judged.ts';
import { resultsFor } from './results-for.ts';

const judged = readJudged('judged.yaml');

test('what people type finds what answers it', async ({ page }, { annotations }) => {
  test.setTimeout(180_000);
  await page.goto('/search/');
  const places: number[] = [];
  const misses: string[] = [];
  for (const entry of judged) {
    await page.locator('main .find input[type=search]').fill(entry.query);
    const results = await resultsFor(page.locator('main .find'), entry.query);
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
