/** A browser that refuses storage: looking at it throws, as with "block all cookies". */
import { expect, test } from '@playwright/test';
import { hearEverything } from './problems.ts';

test('where storage is refused the theme and the switch work, and nothing is an error', async ({ page }) => {
  const problems = await hearEverything(page);
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        configurable: true,
        get: () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    }
  });
  await page.goto('/claims/start-up/');
  await page.locator('starlight-theme-select select').first().selectOption('dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.locator('.runtime-switch label[data-choice="c"]').click();
  await expect(page.locator('html')).toHaveAttribute('data-runtime', 'c');
  await page.goto('/search/?q=gil');
  await expect(page.locator('.find-title a').first()).toBeVisible();
  expect(problems).toEqual([]);
});
