// Follows every link of a site whose pages make one wait. One thread waits for many pages at a time.
// node event-loop.ts [pages in flight] [pages] [ms a page takes]
import { cost, printCost, printWaits } from './_cost.ts';
import { crawl } from './_crawl.ts';
import { fetchPage } from './_fetch.mjs';
import { startSite } from './_site.ts';

const [inFlight = 20, pages = 111, milliseconds = 20] = process.argv.slice(2).map(Number);
const { address, server } = await startSite(pages, milliseconds);

const before = cost();
const began = performance.now();
const fetched = await crawl(`${address}/0`, inFlight, fetchPage);
const wall = performance.now() - began;
const after = cost();
server.kill();

printWaits(fetched, performance.timeOrigin + began);
console.log(`${fetched.length} pages fetched`);
printCost(fetched.length, wall, before, after);
