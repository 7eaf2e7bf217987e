/** The whole way from programs to a site: measure, bake, render, index, and only then replace `dist/`. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'astro';
import type { MeasureOptions } from '../harness/options.ts';
import { measureWatched } from '../harness/terminal/measure-watched.ts';
import { parseOptions } from '../harness/terminal/parse-options.ts';
import { bakeAll } from '../sandbox/bake-all.ts';
import { indexSite } from '../search/index-site.ts';
import { fillContentSecurity } from './content-security.ts';
import { liftInlineStyles } from './lift-styles.ts';

const root = join(import.meta.dirname, '../..');

/** Moves the finished site to its place; the old one is away only between two renames. */
function replaceFolder(fresh: string, place: string): void {
  const old = `${place}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(place)) renameSync(place, old);
  renameSync(fresh, place);
  rmSync(old, { recursive: true, force: true });
}

/** Bakes, renders and indexes what is measured already into `folder`. */
export async function renderSite(folder: string): Promise<void> {
  await bakeAll();
  rmSync(folder, { recursive: true, force: true });
  await build({ root, outDir: folder, logLevel: 'error' });
  await indexSite(folder);
  liftInlineStyles(folder);
  fillContentSecurity(folder);
}

async function measureMissing(options: MeasureOptions): Promise<void> {
  const report = await measureWatched(options, process.stdout.isTTY ? null : console.log);
  if (report.interrupted)
    throw new Error('Interrupted while measuring; what was measured is saved. Run it again to go on.');
  const measured = report.cells.filter((cell) => cell.measured).length;
  console.log(
    `Measured ${measured} of ${report.cells.length} cells; ${report.left} are left for another time` +
      `${report.left > 0 ? ' and show the reference machine’s figures until then' : ''}.`,
  );
}

/**
 * @param argv options of `npm run measure`, and `--no-measure`
 * @param defaults ahead of `argv`, such as a budget
 * @returns the folder of the finished site
 * @throws Error in words when a step fails; `dist/` is then untouched
 */
export async function buildSite(argv: string[], defaults: string[] = []): Promise<string> {
  const options = parseOptions([...defaults, ...argv.filter((word) => word !== '--no-measure')]);
  if (!argv.includes('--no-measure')) await measureMissing(options);
  const fresh = join(root, 'dist.new');
  const place = join(root, 'dist');
  await renderSite(fresh);
  replaceFolder(fresh, place);
  return place;
}
