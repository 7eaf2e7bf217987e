/** The whole way from programs to a site: measure, bake, render, index, and only then replace `dist/`. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'astro';
import { fillContentSecurity } from './content-security.ts';

const root = join(import.meta.dirname, '../..');

/** Moves the finished site to its place; the old one is away only between two renames. */
function replaceFolder(fresh: string, place: string): void {
  const old = `${place}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(place)) renameSync(place, old);
  renameSync(fresh, place);
  rmSync(old, { recursive: true, force: true });
}

/** Renders what is measured and baked already into `folder`. */
export async function renderSite(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  await build({ root, outDir: folder, logLevel: 'warn' });
  fillContentSecurity(folder);
}

/**
 * @param _argv options of `npm run build`
 * @returns the folder of the finished site
 * @throws Error in words when a step fails; `dist/` is then untouched
 */
export async function buildSite(_argv: string[]): Promise<string> {
  const fresh = join(root, 'dist.new');
  const place = join(root, 'dist');
  await renderSite(fresh);
  replaceFolder(fresh, place);
  return place;
}
