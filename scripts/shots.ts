/** `npm run shots`: pictures of every kind of page at three widths in both themes, for a person to look at. */
import { globSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Browser } from '@playwright/test';
import { oneOf, wholeNumber, words } from './command/command-options.ts';
import { defineCommand } from './command/define-command.ts';
import { serveSite } from './site/serve.ts';
import { openChromium } from './testing/browser.ts';

const root = join(import.meta.dirname, '..');

const themeName = oneOf('light', 'dark');

/** One picture: its page, width and theme, and where it is saved. */
interface Picture {
  page: string;
  /** Pixels. */
  width: number;
  theme: 'light' | 'dark';
  runtime: string;
  out: string;
}

/** Every page of the built site, as a path. */
function builtPages(folder: string): string[] {
  return globSync('**/index.html', { cwd: folder })
    .map((file) => `/${file.replace(/index\.html$/, '')}`)
    .sort();
}

/** The pages of a folder share a layout: the home page, the first two of each folder, and every page with a picture in it. */
function kindsOf(pages: readonly string[], folder: string): string[] {
  const first = [...Map.groupBy(pages, (page) => page.split('/')[1] ?? '').values()].flatMap((group) =>
    group.slice(0, 2),
  );
  const drawn = pages.filter((page) =>
    /class="(timeline|crash-matrix|chart) /.test(readFileSync(join(folder, page, 'index.html'), 'utf8')),
  );
  return [...new Set([...first, ...drawn])];
}

async function shoot(browser: Browser, address: string, picture: Picture): Promise<void> {
  const { page, width, theme, runtime, out } = picture;
  const context = await browser.newContext({
    viewport: { width, height: width === 360 ? 740 : 900 },
    colorScheme: theme,
    reducedMotion: 'reduce',
  });
  await context.addInitScript((chosen) => localStorage.setItem('runtime', chosen), runtime);
  const tab = await context.newPage();
  await tab.goto(`${address}${page}`, { waitUntil: 'load' });
  const name = page.replaceAll('/', ' ').trim().replaceAll(' ', '-') || 'home';
  const file = join(out, theme, String(width), `${name}.png`);
  mkdirSync(dirname(file), { recursive: true });
  await tab.screenshot({ path: file, fullPage: true });
  await context.close();
}

export default defineCommand({
  name: 'npm run shots',
  summary: 'Takes pictures of every kind of page of the built site, for a person to look at.',
  options: {
    folder: { value: '<path>', help: 'the built site (dist)', read: words, default: 'dist' },
    out: { value: '<path>', help: 'where the pictures go (shots)', read: words, default: 'shots' },
    page: {
      value: '<path>',
      help: 'this page, /claims/gil/; repeatable (one of each kind)',
      read: words,
      repeatable: true,
    },
    width: {
      value: '<pixels>',
      help: 'repeatable (360, 768, 1280)',
      read: wholeNumber(200, 4000),
      repeatable: true,
      default: [360, 768, 1280],
    },
    theme: {
      value: '<name>',
      help: 'light or dark; repeatable (both)',
      read: themeName,
      repeatable: true,
      default: ['light', 'dark'],
    },
    runtime: { value: '<id>', help: 'that the switch shows (node)', read: words, default: 'node' },
  },
  async run({ folder, out, page, width: widths, theme: themes, runtime }) {
    const site = resolve(root, folder);
    const server = await serveSite(site, 0);
    const browser = await openChromium();
    try {
      const pages = page.length > 0 ? page : kindsOf(builtPages(site), site);
      for (const page of pages) {
        for (const width of widths) {
          for (const theme of themes) {
            await shoot(browser, server.address, { page, width, theme, runtime, out: resolve(root, out) });
          }
        }
        console.log(`${page} at ${widths.join(', ')} pixels, ${themes.join(' and ')}`);
      }
      console.log(`${pages.length * widths.length * themes.length} pictures in ${out}/`);
    } finally {
      await browser.close();
      await server.close();
    }
  },
});
