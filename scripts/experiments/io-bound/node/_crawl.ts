// Follows links from page to page. Runs the same in Node.js and in a browser.

import type { fetchPage } from './_fetch.mjs';

export type Page = Awaited<ReturnType<typeof fetchPage>>;

/** Visits every page once, at most `inFlight` at a time, and returns them. */
export function crawl(start: string, inFlight: number, visit: (url: string) => Promise<Page>): Promise<Page[]> {
  const seen = new Set([start]);
  const waiting = [start];
  const pages: Page[] = [];
  let flying = 0;
  return new Promise((done, fail) => {
    function visitMore() {
      while (flying < inFlight && waiting.length > 0) {
        flying++;
        visit(waiting.shift() ?? '').then(follow, fail);
      }
      if (flying === 0) done(pages);
    }
    function follow(page: Page) {
      flying--;
      pages.push(page);
      for (const link of page.links.filter((link) => !seen.has(link))) {
        seen.add(link);
        waiting.push(link);
      }
      visitMore();
    }
    visitMore();
  });
}
