/** What search shows for a query, as a reader sees it. */
import { expect, type Locator } from '@playwright/test';

/**
 * @param form the dialog's or the page's, into which the query has been typed
 * @returns for each result its address and those of its headings, from the site's root
 */
export async function resultsFor(form: Locator, query: string): Promise<string[][]> {
  await expect(form.locator('.find-hits')).toHaveAttribute('data-query', query.trim());
  return form.locator('.find-hits > li').evaluateAll((items) =>
    items.map((item) =>
      [...item.querySelectorAll('a')].map((link) => {
        const { pathname, hash } = new URL(link.href);
        return pathname + decodeURIComponent(hash);
      }),
    ),
  );
}
