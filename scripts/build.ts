/**
 * `npm run build -- [--profile quick|full] [--budget 2m] [--no-measure]`: measure what is missing or stale → bake → render → index.
 * Everything is made beside `dist/` and moved there at the end: a build that fails leaves the old site as it was.
 */
import { buildSite } from './site/build-site.ts';

try {
  await buildSite(process.argv.slice(2));
} catch (error) {
  console.error(`\nThe site was not built; dist/ is as it was.\n${(error as Error).message}`);
  process.exitCode = 1;
}
