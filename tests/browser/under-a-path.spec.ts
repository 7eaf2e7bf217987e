/** The mirrored site, which is rendered under a path: what scripts address themselves is found there as well. */
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type SiteServer, serveSite } from '../../scripts/site/serve.ts';
import { hearEverything } from './problems.ts';
import { finish } from './run-here.ts';

let server: SiteServer;
test.beforeAll(async () => {
  server = await serveSite(join(import.meta.dirname, '../../.cache/mirrored-site'), 0);
});
test.afterAll(() => server.close());

test('search finds pages and leads to them', async ({ page }) => {
  const problems = await hearEverything(page);
  await page.goto(`${server.address}/search/?q=gil`);
  await page.locator('.find-title a').first().click();
  await expect(page.locator('h1')).toBeVisible();
  expect(page.url().slice(0, server.address.length)).toBe(server.address);
  expect(problems).toEqual([]);
});

test('the runner starts its threads and its frames', async ({ page }) => {
  test.setTimeout(340_000);
  const problems = await hearEverything(page);
  await page.goto(`${server.address}/claims/start-up/`);
  const run = page.locator('section.run');
  await run.getByRole('button', { name: 'Run it here' }).click();
  await finish(run);
  await expect(run.locator('.run-conditions')).toContainText(/\d processes \(checked/);
  expect(problems).toEqual([]);
});

test('an address that leads nowhere ends on the site’s own page, styled', async ({ page }) => {
  const response = await page.goto(`${server.address}/nowhere/`);
  expect(response?.status()).toBe(404);
  const size = await page.locator('h1').evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  expect(size).toBeGreaterThan(20);
  const home = await page.locator('a.site-title').getAttribute('href');
  expect(home).toBe(`${new URL(server.address).pathname}/`);
  await page.goto(`${server.address}/claims/race-condition/`);
  await expect(page.locator('main input[type=search]')).toHaveValue('claims race condition');
  await expect(page.locator('main .find-hit').first()).toBeVisible();
});
