import { expect, test } from '@playwright/test';
import { axeFindings, CONTRAST } from './accessibility.ts';
import { contrastFindings } from './contrast.ts';

test('the contrast of a look is asked for once, and again where it has changed', async ({ page }) => {
  await page.goto('/concepts/gil/');
  expect(await axeFindings(page, [CONTRAST])).toEqual([]);
  const answered = new Set<number>();
  expect(await contrastFindings(page, answered)).toEqual([]);
  expect(answered.size).toBeGreaterThan(20);

  const paint = (colour: string) =>
    page.locator('.lede').evaluate((lede, chosen) => {
      lede.style.color = chosen;
    }, colour);
  await paint('rgb(200 200 200)');
  expect(await contrastFindings(page, answered)).toEqual([expect.stringMatching(/^color-contrast: .*lede/)]);
  expect(await contrastFindings(page, answered)).toEqual([]);
  await paint('rgb(201 201 201)');
  expect(await contrastFindings(page, answered)).toHaveLength(1);
});
