/**
 * `npm run bench`: how heavy and how fast, as bytes beside their budgets and as ratios taken in one run.
 * Builds beside plain Starlight's, what pages and tools weigh, Lighthouse's scores, and search beside Starlight's own.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { benchSearch, type QueryCost } from './bench/bench-search.ts';
import { PAGE_BUDGETS, TOOL_BUDGETS } from './bench/budgets.ts';
import { type ComparedBuild, compareBuilds, furtherPages } from './bench/compare-builds.ts';
import { heaviestPages, weighTools } from './bench/weigh-files.ts';
import { weighVisit } from './bench/weigh-visit.ts';
import { oneOf, wholeNumber } from './command/command-options.ts';
import { defineCommand } from './command/define-command.ts';
import { serveSite } from './site/serve.ts';
import { openChromium, requireChromium } from './testing/browser.ts';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const pages = ['/', '/claims/start-up/', '/claims/gil/', '/claims/crashes/'];

/** Runs Lighthouse from a process of its own: waiting for it here would stop the server. */
async function printScores(executable: string, address: string, path: string): Promise<void> {
  const args = [join(import.meta.dirname, 'bench/print-scores.ts'), executable, address, path];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`${args.join(' ')} ended with code ${code}`);
}

const ratioOf = ({ own, plain }: ComparedBuild, of: 'processor' | 'memory') =>
  own[of] && plain[of] ? `${(own[of] / plain[of]).toFixed(2)} ×` : 'not reported';

async function benchBuild(counts: readonly number[]): Promise<void> {
  console.log('pages   plain Starlight   this site   ratio   processors   memory      (wanted: at most 1.25 ×)');
  const compared = await compareBuilds(counts, dist, (one) => {
    const { own, plain } = one;
    const times = `${plain.seconds.toFixed(1)} s`.padStart(15) + `${own.seconds.toFixed(1)} s`.padStart(12);
    console.log(
      `${one.pages}`.padEnd(6),
      times,
      `${(own.seconds / plain.seconds).toFixed(2)} ×`.padStart(8),
      ratioOf(one, 'processor').padStart(12),
      ratioOf(one, 'memory').padStart(8),
    );
  });
  for (const { from, to, own, plain } of furtherPages(compared)) {
    const times = `${plain.toFixed(0)} ms and ${own.toFixed(0)} ms, ${(own / plain).toFixed(2)} ×`;
    console.log(`each further page from ${from} to ${to}: ${times}`);
  }
}

function printSizes(): void {
  const row = (name: string, found: Record<string, number>, budget: Record<string, number>) => {
    const cells = Object.keys(budget).map((part) => `${part} ${found[part] ?? 0} of ${budget[part] ?? 0} B`.padEnd(26));
    console.log(name.padEnd(42), cells.join(''));
  };
  console.log('the heaviest page of each kind and its budget, Brotli');
  for (const { kind, path, html, css, js } of heaviestPages(dist))
    row(`${kind}: ${path}`, { html, css, js }, { ...PAGE_BUDGETS[kind] });
  row('tools', { ...weighTools(dist) }, TOOL_BUDGETS);
}

async function benchPages(): Promise<void> {
  const executablePath = requireChromium();
  const server = await serveSite(dist, 0);
  const browser = await openChromium();
  console.log('first visit, Brotli'.padEnd(28), 'all'.padStart(8), 'scripts'.padStart(9), 'requests'.padStart(9));
  for (const path of pages) {
    const { total, scripts, requests } = await weighVisit(browser, server.address, path);
    console.log(path.padEnd(28), `${total} B`.padStart(8), `${scripts} B`.padStart(9), `${requests}`.padStart(9));
  }
  await browser.close();
  console.log('\nLighthouse, mobile: performance, accessibility, best practices, search engines');
  for (const path of pages) await printScores(executablePath, server.address, path);
  await server.close();
}

async function compareSearches(): Promise<void> {
  console.log('\nfirst query, compressed bytes and ms from key to results (ours | Starlight’s default, same pages)');
  const { ours, starlight } = await benchSearch(dist);
  const cost = ({ bytes, first, second }: QueryCost) =>
    `${bytes} B, ${Math.round(first)} ms, then ${Math.round(second)} ms`;
  for (const [index, mine] of ours.entries()) {
    const theirs = starlight[index];
    if (theirs) console.log(`${mine.query.padEnd(40)} ${cost(mine)} | ${cost(theirs)}`);
  }
}

const partName = oneOf('sizes', 'build', 'pages', 'search');

export default defineCommand({
  name: 'npm run bench',
  summary: 'Measures how heavy and how fast the site is, as bytes beside their budgets and as ratios taken in one run.',
  options: {
    part: {
      value: '<name>',
      help: 'sizes, build, pages or search; repeatable (all)',
      read: partName,
      repeatable: true,
      default: ['sizes', 'build', 'pages', 'search'],
    },
    pages: {
      value: '<n>',
      help: '"build" builds sites of so many pages; repeatable (50, 500, 2000)',
      read: wholeNumber(2, 100_000),
      repeatable: true,
      default: [50, 500, 2000],
    },
  },
  notes:
    'All look at dist/, which "npm run build" makes. "build" takes long, and wants a machine with nothing else to do.',
  async run({ part, pages: counts }) {
    if (part.includes('sizes')) printSizes();
    if (part.includes('build')) await benchBuild([...counts].sort((a, b) => a - b));
    if (part.includes('pages')) await benchPages();
    if (part.includes('search')) await compareSearches();
  },
});
