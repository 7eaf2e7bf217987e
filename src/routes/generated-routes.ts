/** Adds the pages and files that are made from data, so that no `pages/` folder is needed at the root. */
import { join, relative } from 'node:path';
import type { AstroIntegration } from 'astro';
import { filesIn, root } from '../evidence/read-file.ts';

const folder = 'src/routes';

/**
 * Every `*.route.ts` and `*.route.astro` in this folder and those below it is a route, and its path is its pattern:
 * `data/[file].json.route.ts` serves `/data/<file>.json`.
 */
export function generatedRoutes(): AstroIntegration {
  return {
    name: 'generated-routes',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        for (const file of filesIn(folder, '**/*.route.{ts,astro}')) {
          const pattern = `/${relative(folder, file).replace(/\.route\.(ts|astro)$/, '')}`;
          injectRoute({ pattern, entrypoint: join(root, file), prerender: true });
        }
      },
    },
  };
}
