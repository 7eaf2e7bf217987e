/**
 * What the first query costs a reader, with this site's search and with Starlight's default search over the same pages.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { serveSite } from '../site/serve.ts';
import { openChromium } from '../testing/browser.ts';
import { countFetched } from './count-fetched.ts';
import { buildDefaultSearch } from './default-search.ts';

export interface QueryCost {
  query: string;
  /** All that was fetched from opening search to the first results, compressed. */
  bytes: number;
  files: number;
  /** Milliseconds from the key to results on the page, with nothing fetched before, the pause for typing included. */
  first: number;
  /** The same for another query, with everything loaded. */
  second: number;
}

export interface SearchBench {
  ours: QueryCost[];
  starlight: QueryCost[];
}

/** A word, a question and an error message. */
const queries = ['mutex', 'why do workers use so much memory', 'cannot pickle _thread.lock object'];
const secondQuery = 'shared memory';

interface Search {
  path: string;
  open(page: Page): Promise<void>;
  field: string;
  /** Says how many were found for which query. */
  message: string;
  result: string;
}

const searches: Record<keyof SearchBench, Search> = {
  ours: {
    path: '/concepts/gil/',
    open: (page) => page.keyboard.press('Control+k'),
    field: '.search-dialog input[type=search]',
    message: '.search-dialog [role=status]',
    result: '.search-dialog .find-hit a',
  },
  starlight: {
    path: '/default-search.html',
    open: async () => {},
    field: '.pagefind-ui__search-input',
    message: '.pagefind-ui__message',
    result: '.pagefind-ui__result-link',
  },
};

/** @returns milliseconds from the field's input event to the frame in which the results are on the page */
async function timeQuery(page: Page, search: Search, query: string): Promise<number> {
  const shown = page.evaluate(
    ({ field, message, result, query }) =>
      new Promise<number>((resolve) => {
        let start = 0;
        document.querySelector(field)?.addEventListener('input', () => (start = performance.now()), { once: true });
        const look = () => {
          const found = document.querySelector(message)?.textContent?.includes(query);
          if (start > 0 && found && document.querySelector(result)) resolve(performance.now() - start);
          else requestAnimationFrame(look);
        };
        look();
      }),
    { field: search.field, message: search.message, result: search.result, query },
  );
  await page.locator(search.field).fill(query);
  return shown;
}

async function costOf(browser: Browser, address: string, search: Search, query: string): Promise<QueryCost> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    const ownPage = search.path.endsWith('/');
    // This site's page is loaded before search is opened; the default's page holds nothing but its search.
    const before = ownPage ? undefined : countFetched(page);
    await page.goto(address + search.path, { waitUntil: 'networkidle' });
    const fetched = before ?? countFetched(page);
    await search.open(page);
    await page.locator(search.field).waitFor();
    const first = await timeQuery(page, search, query);
    await page.waitForLoadState('networkidle');
    const files = (await fetched()).filter(({ path }) => !path.endsWith('.html'));
    const second = await timeQuery(page, search, secondQuery);
    return { query, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0), files: files.length, first, second };
  } finally {
    await context.close();
  }
}

async function costsIn(browser: Browser, folder: string, search: Search): Promise<QueryCost[]> {
  const server = await serveSite(folder, 0);
  try {
    const costs: QueryCost[] = [];
    for (const query of queries) costs.push(await costOf(browser, server.address, search, query));
    return costs;
  } finally {
    await server.close();
  }
}

/**
 * @param site the built site
 * @throws Error when there is no browser, no built site, or Pagefind refuses
 */
export async function benchSearch(site: string): Promise<SearchBench> {
  const folder = mkdtempSync(join(tmpdir(), 'default-search-'));
  const browser = await openChromium();
  try {
    await buildDefaultSearch(site, folder);
    return {
      ours: await costsIn(browser, site, searches.ours),
      starlight: await costsIn(browser, folder, searches.starlight),
    };
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
