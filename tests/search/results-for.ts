/** What search shows for a query, as a reader sees it. */
import type { Locator } from '@playwright/test';

/**
 * @param form the dialog's or the page's, into which the query has been typed
 * @returns for each result its address and those of its headings, from the site's root
 */
export async function resultsFor(form: Locator, query: string): Promise<string[][]> {
  // Looked at with every frame: an assertion asks again only after 100, 250 and 500 ms, which adds up over all queries.
  await form
    .page()
    .waitForFunction(
      ({ element, asked }) => element?.querySelector<HTMLElement>('.find-hits')?.dataset.query === asked,
      { element: await form.elementHandle(), asked: query.trim() },
    );
  return form.locator('.find-hits > li').evaluateAll((items) =>
    items.map((item) =>
      [...item.querySelectorAll('a')].map((link) => {
        const { pathname, hash } = new URL(link.href);
        return pathname + decodeURIComponent(hash);
      }),
    ),
  );
}
