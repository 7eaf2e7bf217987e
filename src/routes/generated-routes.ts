/** Adds the pages and files that are made from data, so that no `pages/` folder is needed at the root. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';

/**
 * Every `*.route.ts` and `*.route.astro` in this folder is a route; the file's name is its pattern, with `,` for `/`:
 * `data,[machine].json.route.ts` serves `/data/<machine>.json`.
 */
export function generatedRoutes(): AstroIntegration {
  return {
    name: 'generated-routes',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        for (const file of readdirSync(import.meta.dirname)) {
          const match = /^(.+)\.route\.(ts|astro)$/.exec(file);
          if (match?.[1]) {
            injectRoute({
              pattern: `/${match[1].replaceAll(',', '/')}`,
              entrypoint: join(import.meta.dirname, file),
              prerender: true,
            });
          }
        }
      },
    },
  };
}
