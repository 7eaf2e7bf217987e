// Follows every link of a site whose pages make one wait. A worker thread per core shares the pages out;
// each waits for many at a time, for that is how Node.js waits, in a worker too.
// node thread.ts [pages in flight] [pages] [ms a page takes]
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { now } from '../../_shared/node/clock.mjs';
import { end, watched } from '../../_shared/node/workers.ts';
import { cost, printCost, printWaits, timeFirstPage } from './_cost.ts';
import { crawl, type Page } from './_crawl.ts';
import { startSite } from './_site.ts';

const [inFlight = 20, pages = 201, milliseconds = 10] = process.argv.slice(2).map(Number);
const address = await startSite(pages, inFlight, milliseconds);

const created = performance.now();
const answers = new Map<string, (page: Page) => void>();
const workers = Array.from({ length: Math.min(inFlight, availableParallelism()) }, (_, unit) =>
  watched(new Worker(new URL('./_thread-worker.mjs', import.meta.url), { workerData: address }), `thread-${unit + 1}`),
);
await Promise.all(workers.map((worker) => once(worker, 'message'))); // each has fetched a page already
const started = performance.now() - created;
for (const worker of workers) worker.on('message', (page: Page) => answers.get(page.url)?.(page));

function visit(url: string): Promise<Page> {
  workers[answers.size % workers.length]?.postMessage(url); // each in its turn
  return new Promise((answer) => answers.set(url, answer));
}

const first = await timeFirstPage(() => visit(`${address}/0`));
const before = cost();
const began = now();
const fetched = await crawl(`${address}/0`, inFlight, visit);
const wall = now() - began;
const after = cost();
await end(workers);

printWaits(fetched, began, inFlight, first);
console.log(`start = ${started.toFixed(3)} ms`);
printCost(fetched.length, wall, before, after);
