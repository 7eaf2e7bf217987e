// Two threads take two locks, each the other one first: now and then both wait for ever.
// node thread.deadlock.ts [runs] [opposite or same order] [transfers of each thread]
import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { end, watched } from '../../_shared/node/workers.ts';
import { type Bank, moveMoney, openBank } from './_accounts.ts';

async function main(runs: number, order: string, transfers: number) {
  const bank = openBank();
  const workers = [0, 1].map((from) =>
    watched(new Worker(new URL(import.meta.url), { workerData: { bank, from, order } }), `thread-${from + 1}`),
  );
  let deadlocked = 0;
  for (let run = 0; run < runs; run++) {
    bank.gate.fill(0);
    for (const worker of workers) worker.postMessage(transfers);
    const standstills = await Promise.all(workers.map((worker) => once(worker, 'message')));
    if (standstills.flat().includes(true)) deadlocked++;
  }
  await end(workers);
  console.log(`${deadlocked} of ${runs} runs came to a standstill`);
  console.log(`runs = ${runs}`);
  console.log(`deadlocked = ${deadlocked}`);
}

function serve({ bank, from, order }: { bank: Bank; from: number; order: string }) {
  parentPort?.on('message', (transfers: number) => {
    parentPort?.postMessage(moveMoney(bank, from, order, transfers));
  });
}

const [runs = '10', order = 'opposite', transfers = '20000'] = process.argv.slice(2);
if (isMainThread) await main(Number(runs), order, Number(transfers));
else serve(workerData);
