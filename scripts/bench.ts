/**
 * `npm run bench`: how heavy and how fast, as bytes and as ratios taken in one run.
 * The second build over a bare rendering, what pages weigh, Lighthouse's scores, and search beside Starlight's own.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { weighPage } from './bench/page-weight.ts';
import { defineCommand } from './command/define-command.ts';
import { oneOf } from './command/options.ts';
import { benchSearch, type QueryCost } from './search/bench-search.ts';
import { serveSite } from './site/serve.ts';
import { provideChromium } from './testing/browser.ts';

const root = join(import.meta.dirname, '..');
const pages = ['/', '/claims/start-up/', '/claims/gil/', '/claims/crashes/'];

/** Wall time of a command, s. */
async function time(args: string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`${args.join(' ')} ended with code ${code}`);
  return (performance.now() - began) / 1000;
}

/** Scores in a process of their own: Lighthouse's wait must not stop the server of this one. */
const scores = (executable: string, address: string, path: string) =>
  time([join(import.meta.dirname, 'bench/print-scores.ts'), executable, address, path]);

async function benchBuild(): Promise<void> {
  const build = ['scripts/run.mjs', 'build', '--only', 'start-up/node', '--budget', '1s'];
  await time(build);
  const whole = await time(build);
  const bare = await time(['node_modules/astro/bin/astro.mjs', 'build'], { SITE_OUT: join(root, '.cache/bench-site') });
  console.log(`second build ÷ astro build alone = ${(whole / bare).toFixed(2)} (wanted: at most 1.3)\n`);
}

async function benchPages(): Promise<void> {
  const executablePath = provideChromium();
  const server = await serveSite(join(root, 'dist'), 0);
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  console.log('first visit, Brotli'.padEnd(28), 'all'.padStart(8), 'scripts'.padStart(9), 'requests'.padStart(9));
  for (const path of pages) {
    const { total, scripts, requests } = await weighPage(browser, server.address, path);
    console.log(path.padEnd(28), `${total} B`.padStart(8), `${scripts} B`.padStart(9), `${requests}`.padStart(9));
  }
  await browser.close();
  console.log('\nLighthouse, mobile: performance, accessibility, best practices, search engines');
  for (const path of pages) await scores(executablePath, server.address, path);
  await server.close();
}

async function compareSearches(): Promise<void> {
  console.log('\nfirst query, compressed bytes and ms from key to results (ours | Starlight’s default, same pages)');
  const { ours, starlight } = await benchSearch(join(root, 'dist'));
  const cost = ({ bytes, first, second }: QueryCost) =>
    `${bytes} B, ${Math.round(first)} ms, then ${Math.round(second)} ms`;
  for (const [index, mine] of ours.entries()) {
    const theirs = starlight[index];
    if (theirs) console.log(`${mine.query.padEnd(40)} ${cost(mine)} | ${cost(theirs)}`);
  }
}

const partName = oneOf('build', 'pages', 'search');

export default defineCommand({
  name: 'npm run bench',
  summary: 'Measures how heavy and how fast the site is, as bytes and as ratios taken in one run.',
  options: {
    part: {
      value: '<name>',
      help: 'build, pages or search; repeatable (all)',
      read: partName,
      repeatable: true,
      default: ['build', 'pages', 'search'],
    },
  },
  notes: '"pages" and "search" look at dist/, which "build" renders.',
  async run({ part }) {
    if (part.includes('build')) await benchBuild();
    if (part.includes('pages')) await benchPages();
    if (part.includes('search')) await compareSearches();
  },
});
