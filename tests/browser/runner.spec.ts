import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { resultsSchema } from '../../src/measurement/results.ts';
import { openBarePage } from './bare-page.ts';
import { hearProblems } from './problems.ts';
import { expectWhole, finish, keptResults, LONGEST_RUN, start, valuesOf } from './run-here.ts';

const experiments = globSync('src/runner/experiments/*.ts').map((file) => basename(file, '.ts'));

test('nothing of the runner is loaded before it is asked for', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/claims/gil/');
  await page.locator('section.run').scrollIntoViewIfNeeded();
  await expect(page.getByRole('button', { name: 'Run it here' })).toBeVisible();
  expect(asked.filter((path) => path.startsWith('/runner/') || /\/runner-panel\./.test(path))).toEqual([]);
  expect(await page.evaluate(() => document.querySelectorAll('iframe').length)).toBe(0);
});

/** Tested otherwise: these two here, since not all of them can run, and those that need the machine to themselves elsewhere. */
const APART = ['memory', 'crashes', 'gil', 'races'];

for (const experiment of experiments.filter((id) => !APART.includes(id))) {
  test(`${experiment} runs to its end, with every process checked and no violation of the policy`, async ({ page }) => {
    test.setTimeout(340_000);
    const problems = await hearProblems(page);
    const run = await start(page, experiment);
    await finish(run);
    await expectWhole(page, run, experiment);
    expect(problems).toEqual([]);
  });
}

test('memory is told of workers; of a frame with a process of its own the browser tells nothing, and that is said', async ({
  page,
}) => {
  test.setTimeout(340_000);
  const problems = await hearProblems(page);
  const run = await start(page, 'memory');
  await finish(run);
  const results = await keptResults(page, 'memory');
  expect(valuesOf(results, 'thread', 'told-per-worker')[0]).toBeGreaterThan(0);
  expect(results.cells[0]?.failures.process?.reason).toContain('0 bytes for a frame in its own process');
  await expect(run.locator('.run-table')).toContainText(/recorded .*\(PSS\)/);
  await expect(run.locator('.run-missing')).toContainText('0 bytes for a frame in its own process');
  expect(problems).toEqual([]);
});

test('whatever fails, in a worker or in a frame, the page and the bystander go on: exhausted memory takes only its frame', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(340_000);
  const page = await openBarePage(browser, `${baseURL}/claims/crashes/`);
  try {
    const status = () => page.evaluate<string | null>("document.querySelector('.run-status')?.textContent ?? null");
    await expect.poll(() => page.evaluate("document.querySelector('.run-start')?.hidden")).toBe(false);
    await page.evaluate(
      "refused = []; document.addEventListener('securitypolicyviolation', ({ blockedURI }) => refused.push(blockedURI))",
    );
    await page.evaluate("document.querySelector('.run-start').click()");
    await expect.poll(status, { timeout: LONGEST_RUN, intervals: [1000] }).toMatch(/^Done/);
    expect(await page.evaluate('refused')).toEqual([]);
    const text = await page.evaluate<string>("localStorage.getItem('run:crashes')");
    const results = resultsSchema.parse(JSON.parse(text));
    const untried = 'thread.out-of-memory';
    expect(results.cells[0]?.failures).toEqual({
      [untried]: { reason: expect.stringContaining('would end this page'), log: '' },
    });
    const variants = Object.keys(results.experiments.crashes?.variants ?? {}).filter((name) => name !== untried);
    expect(variants.length).toBeGreaterThan(6);
    for (const variant of variants) {
      for (const metric of ['reached', 'bystander', 'replaced']) {
        expect(valuesOf(results, variant, metric), `${variant}: ${metric}`).toEqual([1]);
      }
      expect(valuesOf(results, variant, 'page-gap')[0], variant).toBeGreaterThan(0);
    }
    const fault = 'process.out-of-memory';
    expect(valuesOf(results, fault, 'still-answers')).toEqual([0]);
    expect(valuesOf(results, fault, 'filled')[0]).toBeGreaterThan(100);
    await page.evaluate("[...document.querySelectorAll('.run button')].find((b) => b.textContent === 'Clear').click()");
    expect(await status()).toMatch(/^Cleared/);
  } finally {
    await page.close();
  }
});

test('stop, run again, copy and clear work by keyboard and are announced', async ({ page, context }) => {
  test.setTimeout(340_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/claims/races/');
  const run = page.locator('section.run');
  await run.getByRole('button', { name: 'Run it here' }).focus();
  await page.keyboard.press('Enter');
  await expect(run.getByRole('button', { name: 'Stop' })).toBeVisible();
  await run.getByRole('button', { name: 'Stop' }).press('Enter');
  await expect(run.getByRole('status')).toHaveText(/^Stopped/);
  await expect(run.getByRole('button', { name: 'Run it again' })).toBeFocused();
  expect(await page.locator('.runner-frames iframe').count()).toBe(0);
  await page.keyboard.press('Enter');
  await finish(run);
  await run.getByRole('button', { name: 'Copy as JSON' }).press('Enter');
  await expect(run.getByRole('status')).toContainText('Copied');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(resultsSchema.parse(JSON.parse(copied))).toEqual(await keptResults(page, 'races'));

  await page.reload();
  await run.getByRole('button', { name: 'Show your last run' }).press('Enter');
  await expect(run.getByRole('status')).toContainText('kept in this browser only');
  await expect(run.getByRole('button', { name: 'Stop' })).toBeHidden();
  await expect(run.locator('.run-table tbody tr')).toHaveCount(3);
  await run.getByRole('button', { name: 'Clear' }).press('Enter');
  expect(await page.evaluate(() => localStorage.getItem('run:races'))).toBeNull();
});

/** Serves the site without some of its headers, as other hosts do, or as to a browser that does not know them. */
async function withoutHeaders(page: Page, names: RegExp): Promise<void> {
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
    const headers = Object.fromEntries(Object.entries(response.headers()).filter(([name]) => !names.test(name)));
    await route.fulfill({ response, headers });
  });
}

test('without the headers there are no processes and no shared memory, and both are explained', async ({ page }) => {
  test.setTimeout(340_000);
  await withoutHeaders(page, /^(cross-origin-(opener|embedder)|document-isolation)/);
  const run = await start(page, 'races');
  await finish(run);
  await expect(run.locator('.run-conditions')).toContainText('this page is not cross-origin isolated');
  await expect(run.locator('.run-conditions')).toContainText('this host does not send Document-Isolation-Policy');
  await expect(run.locator('.run-missing')).toContainText('SharedArrayBuffer');
});

test.describe('a browser like Safari: isolated by require-corp, but without Document-Isolation-Policy, its memory untold', () => {
  test.beforeEach(async ({ page }) => {
    await withoutHeaders(page, /^document-isolation/);
    await page.addInitScript(() => {
      Reflect.deleteProperty(Performance.prototype, 'measureUserAgentSpecificMemory');
      Reflect.deleteProperty(Navigator.prototype, 'deviceMemory');
      Reflect.deleteProperty(Atomics, 'waitAsync');
    });
  });

  for (const [experiment, runs] of [
    ['start-up', ['thread']],
    ['messaging', ['thread', 'thread.transfer']],
    ['races', ['thread', 'thread.atomic']],
    ['memory', []],
  ] as const) {
    test(`${experiment} runs as far as it can and says why not further`, async ({ page }) => {
      test.setTimeout(340_000);
      const problems = await hearProblems(page);
      const run = await start(page, experiment);
      await finish(run);
      await expect(run.locator('.run-conditions')).toContainText('this page is cross-origin isolated');
      const results = await keptResults(page, experiment);
      const [cell] = results.cells;
      expect(results.machine.memory).toBeNull();
      const measured: string[] = [];
      for (const [variant, { label }] of Object.entries(results.experiments[experiment]?.variants ?? {})) {
        const reason = cell?.failures[variant]?.reason;
        if (reason === undefined) measured.push(variant);
        else await expect(run.locator('.run-missing li', { hasText: reason })).toContainText(label);
      }
      expect(measured).toEqual(runs);
      expect(problems).toEqual([]);
    });
  }
});

test('an experiment that a browser cannot show says why', async ({ page }) => {
  await page.goto('/claims/context-switch/');
  await expect(page.locator('p.run')).toContainText('cannot pin its workers');
  await expect(page.getByRole('button', { name: 'Run it here' })).toHaveCount(0);
});
