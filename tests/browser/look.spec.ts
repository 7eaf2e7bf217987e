/** What no picture test would say plainly: nothing overflows, nothing is cut, nothing jumps, nothing is refused, and axe finds nothing. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { everyPage } from './every-page.ts';
import { hearEverything } from './problems.ts';

/** Pages are dealt out to this many tests, so that workers share them. */
const PARTS = [0, 1, 2, 3];

/** Rules whose answer depends on the theme; the others are asked once. */
const THEMED_RULES = ['color-contrast', 'link-in-text-block'];

/** What sticks out of the page or is cut off by its own box, each told by tag, class and text. */
function findCut(): string[] {
  const told = (element: Element) =>
    `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${element.textContent?.trim().slice(0, 40)}"`;
  const cut: string[] = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) cut.push(`the page is ${scrollWidth - clientWidth} px wider than the window`);
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    if (
      element.closest('.sr-only, svg, [aria-hidden="true"]:not(.lane-names), dialog, template') ||
      !element.checkVisibility()
    )
      continue;
    const { overflowX } = getComputedStyle(element);
    const hides = overflowX === 'hidden' || overflowX === 'clip';
    if (
      hides &&
      element.clientWidth > 1 &&
      element.scrollWidth > element.clientWidth + 1 &&
      element.textContent?.trim()
    ) {
      cut.push(`${told(element)} is cut by its box`);
    }
  }
  for (const text of document.querySelectorAll<SVGTextElement>('.plot text, .overview text')) {
    const frame = text.ownerSVGElement?.getBoundingClientRect();
    const box = text.getBoundingClientRect();
    if (!frame || box.width === 0) continue;
    if (box.left < frame.left - 2 || box.right > frame.right + 2) cut.push(`${told(text)} leaves its drawing`);
  }
  for (const drawing of document.querySelectorAll('.plot > svg')) {
    const texts = [...drawing.querySelectorAll('text')].filter((text) => text.getBoundingClientRect().width > 0);
    const boxes = texts.map((text) => ({ text, box: text.getBoundingClientRect() }));
    for (const [index, one] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (across > 1 && down > 3) cut.push(`${told(one.text)} and ${told(other.text)} overlap`);
      }
    }
  }
  return cut;
}

/** Sum of all shifts that no input caused, from the first paint until two frames after loading. */
async function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
            if (!shift.hadRecentInput) sum += shift.value;
          }
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(sum))));
      }),
  );
}

async function axeFindings(page: Page, rules?: string[]): Promise<string[]> {
  const axe = rules ? new AxeBuilder({ page }).withRules(rules) : new AxeBuilder({ page });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

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
    const pages = await everyPage(request);
    for (const path of pages.filter((_, index) => index % PARTS.length === part)) {
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto(path);
      // Once the browser is idle, whatever the page starts by itself has started.
      await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 })));
      expect.soft(await layoutShift(page), `${path}: shift while loading at 360 pixels`).toBeLessThanOrEqual(0.01);
      expect.soft(await page.evaluate(findCut), `${path} at 360 pixels`).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect.soft(await page.evaluate(findCut), `${path} at 320 pixels`).toEqual([]);
      await page.setViewportSize({ width: 768, height: 900 });
      expect.soft(await page.evaluate(findCut), `${path} at 768 pixels`).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 900 });
      expect.soft(await page.evaluate(findCut), `${path} at 1280 pixels`).toEqual([]);
      expect.soft(await axeFindings(page), `${path}: axe, light`).toEqual([]);
      await setTheme(page, 'dark');
      expect.soft(await axeFindings(page, THEMED_RULES), `${path}: axe, dark`).toEqual([]);
      expect.soft(problems.splice(0), `${path}: errors, what the policy refused, other hosts asked`).toEqual([]);
    }
  });
}

test('nothing shifts while the home page loads on a desktop, with a runtime and a theme chosen earlier', async ({
  page,
}) => {
  await page.addInitScript(() => {
    localStorage.setItem('runtime', 'c');
    localStorage.setItem('starlight-theme', 'dark');
  });
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await layoutShift(page)).toBeLessThanOrEqual(0.01);
});

test('the switch is worked by the arrow keys and shows where the focus is', async ({ page }) => {
  await page.goto('/claims/start-up/');
  await page.locator('.runtime-switch input:checked').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('html')).toHaveAttribute('data-runtime', 'cpython');
  const outline = await page
    .locator('.runtime-switch label[data-choice="cpython"]')
    .evaluate((label) => getComputedStyle(label).outlineStyle);
  expect(outline).toBe('solid');
});

test('the menu of headings says where the reader is, and folds after a choice', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/claims/crashes/');
  const menu = page.locator('.contents details');
  await menu.locator('summary').click();
  await menu.getByRole('link', { name: 'The programs' }).click();
  await expect(menu).not.toHaveAttribute('open');
  await expect(menu.locator('[aria-current]')).toHaveText('The programs');
  await expect(menu.locator('.contents-here')).toHaveText('The programs');
  await menu.locator('summary').click();
  await page.keyboard.press('Escape');
  await expect(menu).not.toHaveAttribute('open');
  await expect(menu.locator('summary')).toBeFocused();
});

test('on a desktop the headings stay in view beside the page, and say where the reader is', async ({ page }) => {
  await page.goto('/claims/crashes/');
  await expect(page.locator('.contents')).toBeHidden();
  const outline = page.getByRole('navigation', { name: 'On this page' });
  await outline.getByRole('link', { name: 'The programs' }).click();
  await expect(outline.locator('[aria-current]')).toHaveText('The programs');
  await expect(outline.locator('[aria-current]')).toBeInViewport();
});

test('a block of code is copied whole, in prose and among the programs', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  for (const path of ['/start/break-a-counter/', '/claims/start-up/']) {
    await page.goto(path);
    const panel = page.locator('.code-panel').filter({ visible: true }).first();
    await panel.hover();
    await panel.getByRole('button', { name: 'Copy: ' }).click();
    await expect(panel.locator('.copy')).toHaveText('Copied');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await panel.locator('code').textContent());
    expect(copied.split('\n').length).toBeGreaterThan(5);
  }
});

test('paper is white whatever the theme, and carries whole programs and no button', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto('/claims/start-up/');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await expect(page.locator('.code-panel pre').filter({ visible: true }).first()).toHaveCSS('overflow-x', 'visible');
  expect(await page.locator('main button').filter({ visible: true }).count()).toBe(0);
});

test('a timeline is widened by its buttons and goes back to the whole run', async ({ page }) => {
  await page.goto('/claims/timeline/');
  const frame = page.locator('.lanes-frame').filter({ visible: true }).first();
  await expect(frame, 'a recorded run').toBeVisible();
  const width = () => frame.locator('.lanes-track').evaluate((track) => track.getBoundingClientRect().width);
  const whole = await width();
  await frame.getByRole('button', { name: 'Show finer time' }).click();
  expect(await width()).toBeCloseTo(2 * whole, 0);
  await frame.getByRole('button', { name: 'Show more time' }).click();
  expect(await width()).toBeCloseTo(whole, 0);
  await expect(frame.getByRole('button', { name: 'Show more time' })).toBeDisabled();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the switch is gone and every runtime is there with its label', async ({ page }) => {
    await page.goto('/claims/start-up/');
    await expect(page.locator('.runtime-switch')).toBeHidden();
    const label = page.locator('div.for-runtime[data-runtime~="c"] > .for-label').first();
    await expect(label).toBeVisible();
    await expect(label).toHaveText(/\bC\b/);
  });

  test('a cell of the crash matrix leads to the log of its run', async ({ page }) => {
    await page.goto('/claims/crashes/');
    const cell = page.locator('.crash-cell:visible').last();
    await expect(cell, 'a measured crash').toBeVisible();
    const log = page.locator((await cell.getAttribute('href')) ?? '');
    await expect(log).toBeHidden();
    await cell.click();
    await expect(log.locator('pre')).toBeVisible();
  });
});
