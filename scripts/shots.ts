/**
 * `npm run shots -- [--folder dist] [--out shots] [--page /claims/start-up/]… [--width 360]… [--theme dark] [--runtime c]`:
 * pictures of every kind of page at three widths in both themes, for a person to look at.
 */
import { globSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from '@playwright/test';
import { serveSite } from './site/serve.ts';
import { provideChromium } from './testing/browser.ts';

const WIDTHS = ['360', '768', '1280'];
const THEMES = ['light', 'dark'];

const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: 'dist' },
    out: { type: 'string', default: 'shots' },
    page: { type: 'string', multiple: true },
    width: { type: 'string', multiple: true, default: WIDTHS },
    theme: { type: 'string', multiple: true, default: THEMES },
    runtime: { type: 'string', default: 'node' },
  },
});

const root = join(import.meta.dirname, '..');
const folder = resolve(root, values.folder);
const out = resolve(root, values.out);

/** Every page of the built site, as a path. */
function builtPages(): string[] {
  return globSync('**/index.html', { cwd: folder })
    .map((file) => `/${file.replace(/index\.html$/, '')}`)
    .sort();
}

/** The pages of a folder share a layout: the home page, the first two of each folder, and every page with a picture in it. */
function kindsOf(pages: readonly string[]): string[] {
  const first = [...Map.groupBy(pages, (page) => page.split('/')[1] ?? '').values()].flatMap((group) =>
    group.slice(0, 2),
  );
  const drawn = pages.filter((page) =>
    /class="(timeline|crash-matrix|chart) /.test(readFileSync(join(folder, page, 'index.html'), 'utf8')),
  );
  return [...new Set([...first, ...drawn])];
}

async function shoot(browser: Browser, address: string, page: string, width: string, theme: string): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: Number(width), height: width === '360' ? 740 : 900 },
    colorScheme: theme === 'dark' ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  await context.addInitScript((runtime) => localStorage.setItem('runtime', runtime), values.runtime);
  const tab = await context.newPage();
  await tab.goto(`${address}${page}`, { waitUntil: 'load' });
  const file = join(out, theme, width, `${page.replaceAll('/', ' ').trim().replaceAll(' ', '-') || 'home'}.png`);
  mkdirSync(dirname(file), { recursive: true });
  await tab.screenshot({ path: file, fullPage: true });
  await context.close();
}

const server = await serveSite(folder, 0);
const browser = await chromium.launch({
  executablePath: provideChromium(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const pages = values.page ?? kindsOf(builtPages());
  for (const page of pages) {
    for (const width of values.width) {
      for (const theme of values.theme) await shoot(browser, server.address, page, width, theme);
    }
    console.log(`${page} at ${values.width.join(', ')} pixels, ${values.theme.join(' and ')}`);
  }
  console.log(`${pages.length * values.width.length * values.theme.length} pictures in ${values.out}/`);
} finally {
  await browser.close();
  await server.close();
}
