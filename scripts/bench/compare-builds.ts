/**
 * Builds the project and plain Starlight with the same pages, one after the other in one run, for several numbers of
 * pages.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
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

/** From one number of pages to the next: ms that each further page costs. A build in proportion to its pages keeps it. */
export function furtherPages(
  compared: readonly ComparedBuild[],
): { from: number; to: number; own: number; plain: number }[] {
  return compared.slice(1).flatMap((more, index) => {
    const fewer = compared[index];
    if (!fewer || fewer.pages === more.pages) return [];
    const each = (which: 'own' | 'plain') =>
      (1000 * (more[which].seconds - fewer[which].seconds)) / (more.pages - fewer.pages);
    return { from: fewer.pages, to: more.pages, own: each('own'), plain: each('plain') };
  });
}
