/**
 * Entry point of every npm script: `node scripts/run.mjs measure --list` runs `scripts/measure.ts` under the Node.js of
 * the lockfile. Plain JavaScript on purpose, so that an older system Node gets a sentence instead of a syntax error.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const major = Number(process.versions.node.split('.')[0]);
const [name = '', ...rest] = process.argv.slice(2);
const script = join(here, `${name}.ts`);

if (!existsSync(script)) {
  console.error(`Expected the name of a script in scripts/, found "${name}". See "scripts" in package.json.`);
  process.exit(2);
}

if (major >= 24) {
  process.argv = [process.argv[0], script, ...rest];
  // Scripts start sooner the second time. It holds for this process only: programs that are measured start without it.
  module.enableCompileCache(join(here, '../.cache/compiled'));
  await import(script);
  module.flushCompileCache();
} else {
  const pinned = join(here, '../node_modules/node/bin/node');
  if (!existsSync(pinned)) {
    console.error(
      `Expected the Node.js 24 that "npm ci" installs, found only ${process.version}: install scripts were skipped.\n` +
        'Run "npm rebuild node", or "npm ci" without --ignore-scripts, and try again.',
    );
    process.exit(2);
  }
  const { status, signal } = spawnSync(pinned, [fileURLToPath(import.meta.url), name, ...rest], { stdio: 'inherit' });
  process.exit(signal ? 1 : (status ?? 1));
}
