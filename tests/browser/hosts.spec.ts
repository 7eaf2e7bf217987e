/** nginx and Caddy with the forms that the build wrote: pages work there as on the preview server. */
import { globSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { MIRRORED_BASE } from '../../scripts/testing/render-both.ts';
import { findHost, HOST_NAMES, notInstalled, startHost } from '../scripts/site/real-host.ts';
import { hearEverything } from './problems.ts';

const cache = join(import.meta.dirname, '../../.cache');
const places = [
  { base: '/', folder: join(cache, 'test-site') },
  { base: MIRRORED_BASE, folder: join(cache, 'mirrored-site') },
];

for (const name of HOST_NAMES) {
  for (const { base, folder } of places) {
    test(`${name} at ${base}: every page and search are isolated, and nothing is refused`, async ({ page }) => {
      test.skip(!findHost(name), notInstalled(name));
      test.setTimeout(300_000); // Some eighty pages, on a busy machine.
      const root = mkdtempSync(join(tmpdir(), 'host-root-'));
      if (base !== '/') symlinkSync(folder, join(root, base.slice(1, -1)));
      const host = await startHost(name, base === '/' ? folder : root, folder, base);
      try {
        const problems = await hearEverything(page);
        const pages = globSync('**/index.html', { cwd: folder, exclude: ['runner/**'] });
        expect(pages.length).toBeGreaterThan(50);
        for (const file of pages) {
          const path = file.replace(/index\.html$/, '');
          await page.goto(`${host.address}${base}${path}`);
          expect(await page.evaluate(() => crossOriginIsolated), path).toBe(true);
        }
        await page.goto(`${host.address}${base}search/?q=gil`);
        await page.locator('.find-title a').first().click();
        await expect(page.locator('.page-title h1')).toBeVisible();
        expect(problems).toEqual([]);
      } finally {
        host.stop();
        rmSync(root, { recursive: true });
      }
    });
  }
}
