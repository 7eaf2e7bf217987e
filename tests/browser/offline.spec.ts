/** The service worker: what was opened stays without a network, and a host that sends no headers gets isolated pages. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import serveStatic from 'serve-static';
import { serveSite } from '../../scripts/site/serve.ts';
import { hearEverything } from './problems.ts';
import { finish } from './run-here.ts';

const folder = join(import.meta.dirname, '../../.cache/test-site');

/** Resolves once the worker answers for the page. */
const controlled = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) {
      await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
    }
  });

const cachesLeft = (page: Page) => page.evaluate(() => caches.keys());

test.describe('with the worker', () => {
  test.use({ serviceWorkers: 'allow' });

  test('pages that were opened are there without a network, others say so, and all can be taken away', async ({
    page,
  }) => {
    const problems = await hearEverything(page);
    const server = await serveSite(folder, 0);
    await page.goto(`${server.address}/`);
    await controlled(page);
    await page.goto(`${server.address}/claims/gil/`);
    await page.goto(`${server.address}/concepts/memory/`);
    expect(problems).toEqual([]);
    await server.close();

    await page.goto(`${server.address}/claims/gil/?runtime=c`);
    await expect(page.locator('h1').first()).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-runtime', 'c');
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await page.goto(`${server.address}/claims/races/`);
    await expect(page.locator('h1')).toHaveText('Offline');
    await page.getByRole('link', { name: 'concepts/memory/' }).click();
    await expect(page.locator('h1').first()).not.toHaveText('Offline');

    await page.getByRole('button', { name: 'Keep nothing' }).click();
    await expect(page.locator('.offline output')).toHaveText(/^Nothing is kept/);
    expect(await cachesLeft(page)).toEqual([]);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  });

  test('the whole site can be kept: a page that was never opened, search, and runs with threads', async ({ page }) => {
    test.setTimeout(420_000);
    const server = await serveSite(folder, 0);
    await page.goto(`${server.address}/claims/gil/`);
    await controlled(page);
    await page.getByRole('button', { name: 'Keep the site' }).click();
    await expect(page.locator('.offline output')).toHaveText(/^Kept: \d+ files/, { timeout: 50_000 });
    await server.close();
    await page.goto(`${server.address}/search/?q=futex`);
    await expect(page.locator('.find-title a').first()).toBeVisible();
    await page.locator('.find-title a').first().click();
    await expect(page.locator('.page-title h1')).toBeVisible();
    await page.goto(`${server.address}/claims/races/`);
    const run = page.locator('section.run');
    await run.getByRole('button', { name: 'Run it here' }).click();
    await finish(run);
    await expect(run.locator('.run-conditions')).toContainText(
      /\d threads \(checked.*Without a network none can start/,
    );
  });
});

test.describe('on a host that sends no headers', () => {
  let server: Server;
  let address: string;
  test.beforeAll(async () => {
    const files = serveStatic(folder);
    server = createServer((request, response) => files(request, response, () => response.writeHead(404).end()));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  test.afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test.describe('with the worker', () => {
    test.use({ serviceWorkers: 'allow' });
    test('a run isolates the page by one reload, and no other page is reloaded', async ({ page }) => {
      let loads = 0;
      page.on('load', () => loads++);
      await page.goto(`${address}/claims/races/`);
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
      await page.getByRole('button', { name: 'Run it here' }).click();
      await expect(page.locator('.run-conditions')).toContainText('this page is cross-origin isolated', {
        timeout: 40_000,
      });
      expect(loads).toBe(2);
      await page.goto(`${address}/claims/gil/`);
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
      expect(loads).toBe(3);
    });
  });

  test('without the worker a run goes on and says what is missing', async ({ page }) => {
    let loads = 0;
    page.on('load', () => loads++);
    await page.goto(`${address}/claims/races/`);
    await page.getByRole('button', { name: 'Run it here' }).click();
    await expect(page.locator('.run-conditions')).toContainText('this page is not cross-origin isolated', {
      timeout: 40_000,
    });
    await expect(page.locator('.run-conditions')).toContainText('no SharedArrayBuffer');
    expect(loads).toBe(1);
  });
});
