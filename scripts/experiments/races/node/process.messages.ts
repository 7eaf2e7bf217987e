// Two processes count, each for itself, and tell the parent after every thousand. They share nothing, and nothing is lost.
// node process.messages.ts [runs] [counts of each process]
import { type ChildProcess, fork } from 'node:child_process';
import { end, watched } from '../../_shared/node/workers.ts';
import { COUNTS, printTotals } from './_kernel.ts';

/** What both have sent, when both have said that it is all. */
const sumOf = (workers: readonly ChildProcess[], counts: number) =>
  new Promise<number>((resolve) => {
    let total = 0;
    let done = 0;
    const hear = (message: unknown) => {
      if (typeof message === 'number') total += message;
      else if (++done === workers.length) resolve(total);
    };
    for (const worker of workers) worker.removeAllListeners('message').on('message', hear).send(counts);
  });

async function main(runs: number, counts: number) {
  const workers = [1, 2].map((unit) => watched(fork(new URL(import.meta.url), ['worker']), `process-${unit}`));
  const totals: number[] = [];
  for (let run = 0; run < runs; run++) totals.push(await sumOf(workers, counts));
  await end(workers);
  printTotals(totals, counts);
}

function serve() {
  process.on('message', (counts: number) => {
    let counted = 0;
    for (let i = 0; i < counts; i++) {
      if (++counted < 1000) continue;
      process.send?.(counted);
      counted = 0;
    }
    process.send?.(counted);
    process.send?.('done');
  });
}

const [runs = '10', counts = COUNTS] = process.argv.slice(2);
if (runs === 'worker') serve();
else await main(Number(runs), Number(counts));
