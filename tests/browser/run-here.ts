/** Drives the runner of a claim page. */
import { expect, type Locator, type Page } from '@playwright/test';
import { type Results, resultsSchema } from '../../src/measurement/results.ts';

export async function start(page: Page, experiment: string): Promise<Locator> {
  await page.goto(`/claims/${experiment}/`);
  const run = page.locator('section.run');
  await run.getByRole('button', { name: 'Run it here' }).click();
  return run;
}

/** ms: longer than the runner lets a run last. */
export const LONGEST_RUN = 320_000;

export async function finish(run: Locator): Promise<void> {
  await expect(run.getByRole('status')).toHaveText(/^Done/, { timeout: LONGEST_RUN });
}

/** The run as the page keeps it, which must be what the site calls results. */
export async function keptResults(page: Page, experiment: string): Promise<Results> {
  const text = await page.evaluate((key) => localStorage.getItem(key), `run:${experiment}`);
  return resultsSchema.parse(JSON.parse(text ?? 'null'));
}

export const valuesOf = ({ cells }: Results, variant: string, metric: string): number[] =>
  cells[0]?.rounds.flatMap(({ invocations }) => invocations[variant]?.values[metric] ?? []) ?? [];

/** Every thread and process was checked, every round is there, nothing failed and nothing is left behind. */
export async function expectWhole(page: Page, run: Locator, experiment: string): Promise<Results> {
  await expect(run.locator('.run-conditions')).toContainText(/\d threads \(checked/);
  await expect(run.locator('.run-conditions')).toContainText(/\d processes \(checked/);
  await expect(run.locator('.run-conditions')).toContainText('this page is cross-origin isolated');
  const results = await keptResults(page, experiment);
  const cell = results.cells[0];
  expect(cell?.rounds).toHaveLength(cell?.planned ?? -1);
  expect(cell?.failures).toEqual({});
  expect(await page.locator('.runner-frames iframe').count()).toBe(0);
  // Each unit's name beside its lane, not above it.
  const lanes = await run.locator('.lane-rows').all();
  if (experiment === 'timeline') expect(lanes.length).toBeGreaterThan(0);
  for (const rows of lanes) {
    const columns = await rows.evaluate((element) => getComputedStyle(element).gridTemplateColumns.split(' '));
    expect(columns).toHaveLength(2);
  }
  return results;
}
