// Follows every link of a site whose pages make one wait. One thread waits for many pages at a time.
// node event-loop.ts [pages in flight] [pages] [ms a page takes]
import { now } from '../../_shared/node/clock.mjs';
import { cost, printCost, printWaits, timeFirstPage } from './_cost.ts';
import { crawl } from './_crawl.ts';
import { fetchPage, warmUp } from './_fetch.mjs';
import { startSite } from './_site.ts';

const [inFlight = 20, pages = 201, milliseconds = 10] = process.argv.slice(2).map(Number);
const address = await startSite(pages, inFlight, milliseconds);
await warmUp(address);

const first = await timeFirstPage(() => fetchPage(`${address}/0`));
const before = cost();
const began = now();
const fetched = await crawl(`${address}/0`, inFlight, fetchPage);
const wall = now() - began;
const after = cost();

printWaits(fetched, began, inFlight, first);
printCost(fetched.length, wall, before, after);
