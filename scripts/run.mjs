/**
 * Entry point of every npm script: `node scripts/run.mjs measure --list` runs the command that `scripts/measure.ts`
 * exports, under the Node.js of the lockfile. Plain JavaScript on purpose, so that an older system Node gets a sentence instead of a syntax error.
 */
import { spawn } from 'node:child_process';
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

if (major >= 26) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM')); // The older Node that started this process (below) has ended.
  process.channel?.unref();
  // Scripts start faster from the second time on. For this process only: programs that are measured start without it.
  module.enableCompileCache(join(here, '../.cache/compiled'));
  const { default: command } = await import(script);
  module.flushCompileCache();
  process.exitCode = await command(rest);
} else {
  const pinned = join(here, '../node_modules/node/bin/node');
  // Still too old after restarting: the installed Node is from an earlier lockfile, and would restart for ever.
  const startedByItself = process.channel !== undefined;
  if (startedByItself || !existsSync(pinned)) {
    console.error(
      startedByItself
        ? `Expected the Node.js 26 of the lockfile in node_modules, found ${process.version}. Run "npm ci" and try again.`
        : `Expected the Node.js 26 that "npm ci" installs, found only ${process.version}: install scripts were skipped.\n` +
            'Run "npm rebuild node", or "npm ci" without --ignore-scripts, and try again.',
    );
    process.exit(2);
  }
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc'];
  const child = spawn(pinned, [fileURLToPath(import.meta.url), name, ...rest], { stdio });
  process.on('SIGINT', () => {}); // A terminal sends Ctrl-C to both; the script decides what it means.
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('exit', (code) => process.exit(code ?? 1));
}
