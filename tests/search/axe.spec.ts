import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

for (const theme of ['dark', 'light'] as const) {
  test.describe(`${theme} theme`, () => {
    test.use({ colorScheme: theme });

    test('search is accessible when open, with results and without', async ({ page }) => {
      await page.goto('/', { waitUntil: 'networkidle' });
      await page.getByRole('button', { name: 'Search' }).click();
      const dialog = page.getByRole('dialog', { name: 'Search' });
      for (const query of ['threads share memory', 'zzxqy']) {
        await dialog.getByRole('searchbox').fill(query);
        await expect(dialog.locator('.find-hits')).toHaveAttribute('data-query', query);
        const { violations } = await new AxeBuilder({ page }).include('.search-dialog').analyze();
        expect(violations).toEqual([]);
      }
    });

    for (const path of ['/search/?q=shared+memory', '/a-z/']) {
      test(`${path} is accessible`, async ({ page }) => {
        await page.goto(path, { waitUntil: 'networkidle' });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations).toEqual([]);
      });
    }
  });
}
