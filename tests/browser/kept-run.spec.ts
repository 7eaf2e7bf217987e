/** A run that this browser kept: it becomes a file for the project, or, where it is damaged, a sentence. */
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { parseResults } from '../../src/measurement/parse.ts';
import type { Results } from '../../src/measurement/results.ts';
import { collectResults } from '../../src/runner/collect.ts';
import { browserFacts, measurement } from '../runner/fixtures/browser-run.ts';
import { hearEverything } from './problems.ts';

/** Opens the page as after a run. @param change what has happened to the run since */
async function openKept(page: Page, change: (run: Results) => void = () => {}): Promise<void> {
  await page.goto('/claims/gil/');
  const { programs } = JSON.parse((await page.locator('.run-recorded').textContent()) ?? '{}');
  const run = await collectResults(measurement, { ...browserFacts, programs });
  change(run);
  await page.evaluate((text) => localStorage.setItem('run:gil', text), JSON.stringify(run));
  await page.reload();
  await page.getByRole('button', { name: 'Show your last run' }).click();
}

const statusOf = (page: Page) => page.locator('.run').getByRole('status');

test('is saved as a file that the project takes', async ({ page }) => {
  const problems = await hearEverything(page);
  await openKept(page);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save to contribute' }).click();
  const file = await saved;
  expect(parseResults(await readFile(await file.path(), 'utf8'), file.suggestedFilename()).cells).toHaveLength(1);
  await expect(statusOf(page)).toContainText(`Saved as ${file.suggestedFilename()}.`);
  expect(problems).toEqual([]);
});

test('with broken content is not shown, and the page says so', async ({ page }) => {
  const problems = await hearEverything(page);
  await openKept(page, ({ cells: [cell] }) => Object.assign(cell ?? {}, { failures: null }));
  await expect(statusOf(page)).toContainText('belongs to another version of the experiment, or is damaged');
  await expect(page.getByRole('button', { name: 'Run it again' })).toBeVisible();
  expect(problems).toEqual([]);
});

test('can’t be made where the page came by plain HTTP: that is said before anything runs', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }));
  await page.goto('/claims/gil/');
  await page.getByRole('button', { name: 'Run it here' }).click();
  await expect(statusOf(page)).toContainText('This page was loaded over plain HTTP');
});
