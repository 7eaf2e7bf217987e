/** Adds the pages and files that are made from data, so that no `pages/` folder is needed at the root. */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';

/**
 * Every `*.route.ts` and `*.route.astro` in this folder and those below it is a route, and its path is its pattern:
 * `data/[file].json.route.ts` serves `/data/<file>.json`.
 */
export function generatedRoutes(): AstroIntegration {
  return {
    name: 'generated-routes',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        for (const file of globSync('**/*.route.{ts,astro}', { cwd: import.meta.dirname })) {
          const pattern = `/${file.replace(/\.route\.(ts|astro)$/, '').replaceAll('\\', '/')}`;
          injectRoute({ pattern, entrypoint: join(import.meta.dirname, file), prerender: true });
        }
      },
    },
  };
}
