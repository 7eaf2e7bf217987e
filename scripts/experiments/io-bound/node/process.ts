// Follows every link of a site whose pages make one wait. A child process per core shares the pages out;
// each waits for many at a time, for that is how Node.js waits, in a child too.
// node process.ts [pages in flight] [pages] [ms a page takes]
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { cost, printCost } from './_cost.ts';
import { crawl, fetchLinks } from './_crawl.ts';
import { startSite } from './_site.ts';

type Answer = { url: string; links: string[] };

async function main([inFlight = 20, pages = 111, milliseconds = 20]: number[]) {
  const { address, server } = await startSite(pages, milliseconds);

  const before = cost();
  const began = performance.now();
  const answers = new Map<string, (links: string[]) => void>();
  const workers = Array.from({ length: Math.min(inFlight, availableParallelism()) }, () =>
    fork(new URL(import.meta.url)),
  );
  for (const worker of workers) worker.on('message', ({ url, links }: Answer) => answers.get(url)?.(links));

  function visit(url: string): Promise<string[]> {
    workers[answers.size % workers.length]?.send(url); // each in its turn
    return new Promise((answer) => answers.set(url, answer));
  }

  const fetched = await crawl(`${address}/0`, inFlight, visit);
  const wall = performance.now() - began;
  const after = cost();
  for (const worker of workers) worker.kill();
  server.kill();

  console.log(`${fetched} pages fetched`);
  printCost(fetched, wall, before, after);
}

if (!process.send) await main(process.argv.slice(2).map(Number));
else process.on('message', async (url: string) => process.send?.({ url, links: await fetchLinks(url) }));
