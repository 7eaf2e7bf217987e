/** What no picture test would say plainly: nothing overflows, nothing is cut, nothing jumps, and axe finds nothing. */
import AxeBuilder from '@axe-core/playwright';
import { type APIRequestContext, expect, type Page, test } from '@playwright/test';

const WIDTHS = [360, 768, 1280];
const THEMES = ['light', 'dark'] as const;
/** Pages are dealt out to this many tests, so that workers share them. */
const PARTS = [0, 1, 2, 3];

/** Every page of the built site, as the sitemap lists them. */
async function allPages(request: APIRequestContext): Promise<string[]> {
  const sitemap = await (await request.get('/sitemap-0.xml')).text();
  const pages = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address ?? '').pathname);
  expect(pages.length, 'pages in the sitemap').toBeGreaterThan(5);
  return pages.sort();
}

/** What sticks out of the page or is cut off by its own box, each told by tag, class and text. */
function findCut(): string[] {
  const told = (element: Element) =>
    `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${element.textContent?.trim().slice(0, 40)}"`;
  const cut: string[] = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) cut.push(`the page is ${scrollWidth - clientWidth} px wider than the window`);
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    if (element.closest('.sr-only, svg, [aria-hidden="true"], dialog, template') || !element.checkVisibility())
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

for (const width of WIDTHS) {
  test(`nothing overflows or is cut at ${width} pixels`, async ({ page, request }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height: 800 });
    for (const path of await allPages(request)) {
      await page.goto(path);
      expect.soft(await page.evaluate(findCut), path).toEqual([]);
    }
  });
}

for (const width of [360, 1280]) {
  test(`nothing shifts while a page loads at ${width} pixels, with a runtime and a theme chosen earlier`, async ({
    page,
    request,
  }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height: 800 });
    await page.addInitScript(() => {
      localStorage.setItem('runtime', 'c');
      localStorage.setItem('starlight-theme', 'dark');
    });
    for (const path of await allPages(request)) {
      await page.goto(path);
      expect.soft(await layoutShift(page), path).toBeLessThanOrEqual(0.01);
    }
  });
}

for (const theme of THEMES) {
  for (const part of PARTS) {
    test(`axe finds nothing in the ${theme} theme, part ${part + 1} of ${PARTS.length}`, async ({ page, request }) => {
      test.setTimeout(300_000);
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      const pages = await allPages(request);
      for (const path of pages.filter((_, index) => index % PARTS.length === part)) {
        await page.goto(path);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
        expect.soft(found, path).toEqual([]);
      }
    });
  }
}

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

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the switch is gone and every runtime is there with its label', async ({ page }) => {
    await page.goto('/claims/start-up/');
    await expect(page.locator('.runtime-switch')).toBeHidden();
    const label = page.locator('div.for-runtime[data-runtime~="c"] > .for-label').first();
    await expect(label).toBeVisible();
    await expect(label).toHaveText(/\bC\b/);
  });
});
