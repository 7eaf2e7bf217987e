/**
 * Builds the project and plain Starlight with the same pages, one after the other in one run, for several numbers of
 * pages.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { bakeAll } from '../sandbox/bake-all.ts';
import { writeOwnSite, writePlainSite } from './bench-sites.ts';
import { type BuildCost, timeBuild } from './time-build.ts';

const root = join(import.meta.dirname, '../..');

export interface ComparedBuild {
  pages: number;
  own: BuildCost;
  plain: BuildCost;
}

/**
 * @param counts numbers of pages
 * @param built the project's built site, whose pages as Markdown plain Starlight gets
 * @param say called with each comparison as it is made
 */
export async function compareBuilds(
  counts: readonly number[],
  built: string,
  say: (compared: ComparedBuild) => void,
): Promise<ComparedBuild[]> {
  const folder = join(root, '.cache/bench');
  const [own, plain] = [join(folder, 'own'), join(folder, 'plain')];
  const compared: ComparedBuild[] = [];
  await bakeAll();
  for (const pages of counts) {
    writeOwnSite(own, pages);
    writePlainSite(plain, built, pages);
    const costs = {
      pages,
      plain: await timeBuild([join(root, 'node_modules/astro/bin/astro.mjs'), 'build'], plain),
      own: await timeBuild(['scripts/run.mjs', 'build', '--no-measure'], own),
    };
    say(costs);
    compared.push(costs);
  }
  rmSync(folder, { recursive: true, force: true });
  return compared;
}

/** Seconds that each further page costs, between the fewest and the most pages. */
export function slope(compared: readonly ComparedBuild[], which: 'own' | 'plain'): number | undefined {
  const [first, last] = [compared[0], compared.at(-1)];
  if (!first || !last || first.pages === last.pages) return undefined;
  return (last[which].seconds - first[which].seconds) / (last.pages - first.pages);
}
