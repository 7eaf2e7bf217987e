// A fixed amount of work, shared among worker threads. Each has a JavaScript engine of its own, and no lock is shared.
// Their start includes reading this file as TypeScript.
// node thread.ts [threads] [limit]
import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { countPrimes, type Result, work } from './_kernel.ts';
import { print } from './_print.ts';

async function main(units: number, limit: number) {
  const created = performance.now();
  const workers = Array.from(
    { length: units },
    (_, unit) => new Worker(new URL(import.meta.url), { workerData: { unit, units, limit } }),
  );
  await Promise.all(workers.map((worker) => once(worker, 'message'))); // all are ready
  const answers = workers.map((worker) => once(worker, 'message'));
  for (const worker of workers) worker.postMessage('go');
  const results: Result[] = (await Promise.all(answers)).map(([result]) => result);
  await Promise.all(workers.map((worker) => worker.terminate()));
  print(results, (unit) => `thread-${unit + 1}`, performance.now() - created);
}

function run({ unit, units, limit }: { unit: number; units: number; limit: number }) {
  countPrimes(0, 20_000); // warms up: the engine has compiled it now
  parentPort?.once('message', () => parentPort?.postMessage(work(unit, units, limit)));
  parentPort?.postMessage('ready');
}

if (isMainThread) await main(Number(process.argv[2] ?? 2), Number(process.argv[3] ?? 1_000_000));
else run(workerData);
