/** How the parts that a reader works with look and respond. */
import { expect, test } from '@playwright/test';
import { layoutShift } from './layout.ts';

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

for (const [width, height] of [
  [1280, 800],
  [390, 844],
] as const) {
  test(`an anchor lands below the bars, ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/claims/gil/#the-programs');
    const heading = page.getByRole('heading', { name: 'The programs' });
    await expect(heading).toBeInViewport();
    const covered = () =>
      heading.evaluate((element) => {
        const { left, top, bottom } = element.getBoundingClientRect();
        return [top + 2, bottom - 2].filter((y) => !element.contains(document.elementFromPoint(left + 2, y)));
      });
    await expect.poll(covered, 'pixels of its edges that a bar lies on').toEqual([]);
  });
}

test('at 400 % zoom most of the window is left for the text', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto('/claims/gil/');
  await page.evaluate(() => scrollTo({ top: 1000, behavior: 'instant' }));
  const covered = () =>
    page.evaluate(() => {
      const middle = innerWidth / 2;
      const text = document.querySelector('main');
      const lines = Array.from({ length: innerHeight }, (_, y) => document.elementFromPoint(middle, y));
      const bars = lines.filter(
        (element) => !text?.contains(element) || element?.closest('.runtime-switch, .contents'),
      );
      return bars.length / innerHeight;
    });
  await expect.poll(covered).toBeLessThan(0.3);
});

test('a block of code is copied whole, in prose and among the programs', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  for (const path of ['/start/break-a-counter/', '/claims/start-up/']) {
    await page.goto(path);
    const panel = page.locator('.code-panel').filter({ visible: true }).first();
    await panel.hover();
    await panel.getByRole('button', { name: 'Copy: ' }).click();
    await expect(panel.locator('.copy')).toHaveText('Copied');
    await expect(page.locator('body > output')).toHaveText(/^Copied: \S/);
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

test('on paper a verdict’s sentence is as wide as its card', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto('/claims/gil/');
  const narrowest = await page.evaluate(() => {
    const card = document.querySelector('.verdicts')?.getBoundingClientRect().width ?? Number.NaN;
    const rows = [...document.querySelectorAll('.verdict-rows > li:has(details) > .verdict-row')];
    return Math.min(...rows.map((row) => row.getBoundingClientRect().width / card));
  });
  expect(narrowest).toBeGreaterThan(0.9);
});

test('where the system sets the colours, marks and labels have one of them', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await page.goto('/claims/start-up/');
  const colours = await page.evaluate(() => {
    const styleOf = (selector: string, part?: string) =>
      getComputedStyle(document.querySelector(selector) ?? document.body, part);
    return {
      ground: styleOf('body').backgroundColor,
      mark: styleOf('.chip', '::before').backgroundColor,
      word: styleOf('.is-confirmed .chip, .is-contradicted .chip').color,
      label: styleOf('.plot text').fill,
      shape: styleOf('.mark').stroke,
    };
  });
  const { ground, ...seen } = colours;
  // Behind what it colours itself the browser paints the ground, so that text of the ground's colour is not seen on any other.
  for (const [name, colour] of Object.entries(seen)) expect(colour, name).not.toBe(ground);
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

  for (const [colorScheme, ground] of [
    ['light', 'rgb(253, 252, 248)'],
    ['dark', 'rgb(22, 23, 25)'],
  ] as const) {
    test(`the page is ${colorScheme} as the system is`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto('/claims/start-up/');
      await expect(page.locator('body')).toHaveCSS('background-color', ground);
      await expect(page.locator('html')).toHaveCSS('color-scheme', colorScheme);
    });
  }

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
