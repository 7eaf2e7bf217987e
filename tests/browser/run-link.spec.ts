/** A run in a link: somebody else's figures, judged on this page, or refused in words. */
import { expect, test } from '@playwright/test';
import { collectResults } from '../../src/runner/collect.ts';
import { experiment } from '../../src/runner/experiments/gil.ts';
import { packRun } from '../../src/runner/run-link.ts';
import { browserFacts, measurement } from '../runner/fixtures/browser-run.ts';
import { hearEverything } from './problems.ts';

test('shows the figures that it holds beside the recorded ones, and refuses them changed or of other programs', async ({
  page,
}) => {
  const problems = await hearEverything(page);
  await page.goto('/claims/gil/');
  const { programs } = JSON.parse((await page.locator('.run-recorded').textContent()) ?? '{}');
  const results = await collectResults(measurement, { ...browserFacts, programs });
  const packed = await packRun(results, experiment, programs);
  const status = page.locator('.run').getByRole('status');

  const open = async (link: string) => {
    await page.goto('about:blank');
    await page.goto(`/claims/gil/#run=${link}`);
  };
  await open(packed);
  await expect(status).toContainText('A run from a link, of 2 January 2026');
  await expect(page.locator('.run-verdicts li').first()).toContainText('confirmed');
  await expect(page.locator('.run-table')).toContainText('recorded');
  await expect(page.locator('.run')).toContainText(
    /Same work: “Prime numbers found” is 78.498 in every variant and round/,
  );
  expect(await page.evaluate(() => localStorage.getItem('run:gil'))).toBeNull();

  await open(packed.slice(0, -9));
  await expect(status).toContainText('cut off or was changed');
  await open(await packRun(results, experiment, browserFacts.programs));
  await expect(status).toContainText('another version of this experiment');
  expect(problems).toEqual([]);
});
