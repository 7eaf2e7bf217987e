/** What is asked of every page is asked in one visit to it. */
import { expect, type Page, test } from '@playwright/test';
import { axeFindings, CONTRAST } from './accessibility.ts';
import { contrastFindings } from './contrast.ts';
import { findBelowFirstScreen, findCollidingLabels, findCut, layoutShift } from './layout.ts';
import { hearEverything } from './problems.ts';
import { everyPage } from './sitemap.ts';

/** Pages are dealt out to this many tests, so that workers share them. */
const PARTS = [0, 1, 2, 3, 4, 5];

/** Rules beside that of contrast whose answer depends on the theme; the others need to be asked once. */
const OF_THE_THEME = ['link-in-text-block'];

/** High enough for the whole menu: axe can't tell of what is scrolled out of sight in a box of its own. */
const HIGH = { width: 1280, height: 4000 };

/** The theme as Starlight sets it, without loading the page again. */
async function setTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.evaluate((name) => {
    document.documentElement.dataset.theme = name;
  }, theme);
}

for (const part of PARTS) {
  test(`every page holds together, part ${part + 1} of ${PARTS.length}`, async ({ page, request }) => {
    test.setTimeout(600_000);
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
    await page.addInitScript(() => localStorage.setItem('runtime', 'c'));
    const problems = await hearEverything(page);
    const pages = (await everyPage(request)).filter((_, index) => index % PARTS.length === part);
    let answers = 0;
    const answered = new Set<number>();
    for (const path of pages) {
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto(path);
      // Once the browser is idle, whatever the page starts by itself has started.
      await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 })));
      expect.soft(await layoutShift(page), `${path}: shift while loading at 360 pixels`).toBeLessThanOrEqual(0.01);
      expect.soft(await page.evaluate(findCut), `${path} at 360 pixels`).toEqual([]);
      expect.soft(await page.evaluate(findCollidingLabels), `${path} at 360 pixels`).toEqual([]);
      for (const size of [
        { width: 320, height: 640 },
        { width: 768, height: 900 },
        { width: 1280, height: 900 },
      ]) {
        await page.setViewportSize(size);
        expect.soft(await page.evaluate(findCut), `${path} at ${size.width} pixels`).toEqual([]);
      }
      expect.soft(await page.evaluate(findCollidingLabels), `${path} at 1280 pixels`).toEqual([]);
      await page.setViewportSize(HIGH);
      expect.soft(await axeFindings(page, [CONTRAST]), `${path}: axe`).toEqual([]);
      expect.soft(await contrastFindings(page, answered), `${path}: contrast, light`).toEqual([]);
      await setTheme(page, 'dark');
      expect.soft(await contrastFindings(page, answered, OF_THE_THEME), `${path}: contrast, dark`).toEqual([]);
      if (path.startsWith('/claims/') && (await page.locator('.verdicts').count()) > 0) {
        answers++;
        for (const size of [
          { width: 1280, height: 800 },
          { width: 390, height: 844 },
        ]) {
          await page.setViewportSize(size);
          const below = await page.evaluate(findBelowFirstScreen);
          expect.soft(below, `${path}: first screen of ${size.width} × ${size.height}`).toEqual([]);
        }
      }
      expect.soft(problems.splice(0), `${path}: errors, what the policy refused, other hosts asked`).toEqual([]);
    }
    expect(answers, 'claim pages with a verdict among these pages').toBeGreaterThan(0);
  });
}
