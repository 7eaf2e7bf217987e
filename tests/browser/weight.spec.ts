import { expect, test } from '@playwright/test';
import { weighVisit } from '../../scripts/bench/weigh-visit.ts';

/** Bytes, compressed, of a first visit before anything is clicked. */
const limits = { total: 100_000, scripts: 10_000 };

for (const path of ['/', '/claims/start-up/', '/claims/gil/', '/claims/crashes/', '/concepts/gil/']) {
  test(`${path} is light`, async ({ browser, baseURL }) => {
    const weight = await weighVisit(browser, baseURL ?? '', path);
    expect(weight.total, JSON.stringify(weight)).toBeLessThanOrEqual(limits.total);
    expect(weight.scripts, JSON.stringify(weight)).toBeLessThanOrEqual(limits.scripts);
  });
}
