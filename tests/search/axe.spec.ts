import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { axeFindings } from '../browser/accessibility.ts';

for (const theme of ['dark', 'light'] as const) {
  test.describe(`${theme} theme`, () => {
    test.use({ colorScheme: theme });

    test('search is accessible when open, with results and without', async ({ page }) => {
      await page.goto('/');
      await page.getByRole('button', { name: 'Search' }).click();
      const dialog = page.getByRole('dialog', { name: 'Search' });
      for (const query of ['threads share memory', 'zzxqy']) {
        await dialog.getByRole('searchbox').fill(query);
        await expect(dialog.locator('.find-hits')).toHaveAttribute('data-query', query);
        const { violations } = await new AxeBuilder({ page }).include('.search-dialog').analyze();
        expect(violations).toEqual([]);
      }
    });

    test('the page of results is accessible', async ({ page }) => {
      await page.goto('/search/?q=shared+memory');
      await expect(page.locator('main .find-hits')).toHaveAttribute('data-query', 'shared memory');
      expect(await axeFindings(page)).toEqual([]);
    });
  });
}
