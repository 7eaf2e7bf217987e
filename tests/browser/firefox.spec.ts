/**
 * The runner in Firefox as the system ships it, driven over WebDriver BiDi: no frame has a process of its own there, so
 * the fallbacks show.
 */
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { type Browser, expect, firefox, type Page, test } from '@playwright/test';
import { findBrowser, noBrowser } from '../../scripts/testing/browser.ts';
import { type Results, resultsSchema } from '../../src/measurement/results.ts';
import { tellViolations } from './problems.ts';
import { LONGEST_RUN } from './run-here.ts';

const experiments = globSync('src/runner/experiments/*.ts').map((file) => basename(file, '.ts'));

// One browser for all of them, one after the other.
test.describe.configure({ mode: 'default' });

let browser: Browser | undefined;
let page: Page;
let problems: string[];

test.beforeAll(async () => {
  const executablePath = findBrowser('firefox');
  test.skip(executablePath === undefined, noBrowser('firefox'));
  // This channel is any Firefox; Playwright's own build is the default.
  if (executablePath) browser = await firefox.launch({ channel: 'moz-firefox', executablePath });
});
test.afterAll(() => browser?.close());

test.beforeEach(async () => {
  if (!browser) throw new Error('expected a running Firefox, found none');
  page = await browser.newPage();
  problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await page.addInitScript(tellViolations);
});
test.afterEach(() => page?.close());

const textOf = (selector: string): Promise<string> =>
  page.evaluate((asked) => {
    // As it is shown, the cells of a table apart: textContent would join them.
    const shown = 'innerText';
    return document.querySelector<HTMLElement>(asked)?.[shown] ?? '';
  }, selector);

async function press(label: string): Promise<void> {
  await page.locator('.run').getByText(label, { exact: true }).first().click();
}

async function runToEnd(baseURL: string | undefined, experiment: string): Promise<Results> {
  await page.goto(`${baseURL}/claims/${experiment}/`);
  await press('Run it here');
  await expect.poll(() => textOf('.run-status'), { timeout: LONGEST_RUN, intervals: [500] }).toMatch(/^(Done|Stopped)/);
  expect(await textOf('.run-status')).toMatch(/^Done/);
  const kept = await page.evaluate((key) => localStorage.getItem(key), `run:${experiment}`);
  return resultsSchema.parse(JSON.parse(kept ?? 'null'));
}

async function expectAsFarAsItCan(experiment: string, results: Results): Promise<void> {
  expect(await textOf('.run-conditions')).toContain('threads (checked');
  expect(await textOf('.run-conditions')).toContain('Your browser kept the frames in this page’s process');

  const [cell] = results.cells;
  const variants = Object.entries(results.experiments[experiment]?.variants ?? {});
  expect(variants.length).toBeGreaterThan(0);
  for (const [variant, { kind, label }] of variants) {
    const reason = cell?.failures[variant]?.reason;
    if (kind === 'process') expect(reason, variant).toMatch(/frames in this page’s process|is in Chromium only/);
    if (reason === undefined) {
      const rounds = cell?.rounds.filter(({ invocations }) => invocations[variant] !== undefined);
      expect(rounds, variant).toHaveLength(cell?.planned ?? -1);
    } else {
      const told = await textOf('.run-missing');
      expect(told, variant).toContain(label);
      expect(told, variant).toContain(reason);
    }
  }
}

for (const experiment of experiments.filter((id) => id !== 'races')) {
  test(`${experiment}: what can run comes to its end, and what needs a process says why it cannot`, async ({
    baseURL,
  }) => {
    test.setTimeout(340_000);
    await expectAsFarAsItCan(experiment, await runToEnd(baseURL, experiment));
    expect(problems).toEqual([]);
  });
}

test('races: the verdicts that need no process are reached, the others say that they are not, and the page stays usable', async ({
  baseURL,
}) => {
  test.setTimeout(340_000);
  await expectAsFarAsItCan('races', await runToEnd(baseURL, 'races'));
  const verdicts = await textOf('.run-verdicts');
  expect(verdicts).toMatch(/confirmed with Atomics none is lost/);
  expect(verdicts).toMatch(/not measured a process does not receive the shared memory/);
  await press('Clear');
  expect(await textOf('.run-status')).toMatch(/^Cleared/);
  await page.locator('starlight-theme-select select').first().selectOption('dark');
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
  expect(await page.evaluate(() => document.querySelectorAll('iframe').length)).toBe(0);
  expect(problems).toEqual([]);
});

test('where StackBlitz does not answer, the sandbox offers the new tab and the zip', async ({ baseURL }) => {
  await page.route(
    ({ hostname }) => hostname === 'stackblitz.com',
    (route) => route.abort('connectionrefused'),
  );
  await page.goto(`${baseURL}/claims/races/`);
  await page.locator('.sandbox').getByText('Open it here').click();
  await expect.poll(() => textOf('.sandbox-status'), { timeout: 30_000 }).toContain('did not answer');
  expect(await textOf('.sandbox-status')).toContain('Open it in a new tab, or download the zip');
  expect(await textOf('.sandbox-controls')).toContain('Download the zip');
});

test('a refusal of the policy would be heard', async ({ baseURL }) => {
  await page.goto(`${baseURL}/claims/races/`);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = '0';
    document.body.append(script);
  });
  await expect.poll(() => problems).toContainEqual(expect.stringContaining('The policy refused inline'));
});
