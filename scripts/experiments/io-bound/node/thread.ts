// Follows every link of a site whose pages make one wait. A worker thread per core shares the pages out;
// each waits for many at a time, for that is how Node.js waits, in a worker too.
// node thread.ts [pages in flight] [pages] [ms a page takes]
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { cost, printCost } from './_cost.ts';
import { crawl, fetchLinks } from './_crawl.ts';
import { startSite } from './_site.ts';

async function main([inFlight = 20, pages = 111, milliseconds = 20]: number[]) {
  const { address, server } = await startSite(pages, milliseconds);

  const before = cost();
  const began = performance.now();
  const answers = new Map<string, (links: string[]) => void>();
  const workers = Array.from(
    { length: Math.min(inFlight, availableParallelism()) },
    () => new Worker(new URL(import.meta.url)),
  );
  for (const worker of workers) worker.on('message', ({ url, links }) => answers.get(url)?.(links));

  function visit(url: string): Promise<string[]> {
    workers[answers.size % workers.length]?.postMessage(url); // each in its turn
    return new Promise((answer) => answers.set(url, answer));
  }

  const fetched = await crawl(`${address}/0`, inFlight, visit);
  const wall = performance.now() - began;
  const after = cost();
  await Promise.all(workers.map((worker) => worker.terminate()));
  server.kill();

  console.log(`${fetched} pages fetched`);
  printCost(fetched, wall, before, after);
}

if (isMainThread) await main(process.argv.slice(2).map(Number));
else parentPort?.on('message', async (url) => parentPort?.postMessage({ url, links: await fetchLinks(url) }));
