// Follows every link of a site whose pages make one wait. A child process per core shares the pages out;
// each waits for many at a time, for that is how Node.js waits, in a child too.
// node process.ts [pages in flight] [pages] [ms a page takes]
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { cost, printCost, printWaits } from './_cost.ts';
import { crawl, type Page } from './_crawl.ts';
import { startSite } from './_site.ts';

const [inFlight = 20, pages = 111, milliseconds = 20] = process.argv.slice(2).map(Number);
const { address, server } = await startSite(pages, milliseconds);

const before = cost();
const began = performance.now();
const answers = new Map<string, (page: Page) => void>();
const workers = Array.from({ length: Math.min(inFlight, availableParallelism()) }, () =>
  fork(new URL('./_process-worker.mjs', import.meta.url)),
);
for (const worker of workers) worker.on('message', (page: Page) => answers.get(page.url)?.(page));

function visit(url: string): Promise<Page> {
  workers[answers.size % workers.length]?.send(url); // each in its turn
  return new Promise((answer) => answers.set(url, answer));
}

const fetched = await crawl(`${address}/0`, inFlight, visit);
const wall = performance.now() - began;
const after = cost();
for (const worker of workers) worker.kill();
server.kill();

printWaits(fetched, performance.timeOrigin + began);
console.log(`${fetched.length} pages fetched`);
printCost(fetched.length, wall, before, after);
