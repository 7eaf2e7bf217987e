// Two threads count in one place of a SharedArrayBuffer, each so many times. Plain and called, they lose counts; with
// Atomics or a lock, none. Processes in Node.js share no memory: they send messages.
// node thread.ts [runs] [plain, called, atomic or locked] [counts of each thread]
import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { end, watched } from '../../_shared/node/workers.ts';
import { COUNTS, count, type Form, isForm, type Memory, printTotals, shared } from './_kernel.ts';

async function main(runs: number, form: string, counts: number) {
  if (!isForm(form)) throw new Error(`expected plain, called, atomic or locked, found "${form}"`);
  const memory = shared();
  const workers = [1, 2].map((unit) =>
    watched(new Worker(new URL(import.meta.url), { workerData: { form, memory } }), `thread-${unit}`),
  );
  const totals: number[] = [];
  for (let run = 0; run < runs; run++) {
    memory.counter[0] = 0;
    memory.gate[0] = 0;
    for (const worker of workers) worker.postMessage(counts);
    await Promise.all(workers.map((worker) => once(worker, 'message')));
    totals.push(memory.counter[0]);
  }
  await end(workers);
  printTotals(totals, counts);
}

function serve({ form, memory }: { form: Form; memory: Memory }) {
  parentPort?.on('message', (counts: number) => {
    count(form, memory, counts);
    parentPort?.postMessage('done');
  });
}

const [runs = '10', form = 'plain', counts = COUNTS] = process.argv.slice(2);
if (isMainThread) await main(Number(runs), form, Number(counts));
else serve(workerData);
