// Steps shared out among worker threads, which all see the same counters: a SharedArrayBuffer.
// node thread.ts [threads] [nothing, line, lock or count] [steps]
import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { warmUp } from '../../_shared/node/warm-up.ts';
import { end, watched } from '../../_shared/node/workers.ts';
import { counted, counters, type Kind, type Result, work } from './_kernel.ts';
import { given, print } from './_print.ts';

async function main() {
  const { units, kind, steps } = given();
  const shared = counters();
  const workers = Array.from({ length: units }, (_, unit) =>
    watched(new Worker(new URL(import.meta.url), { workerData: { unit, kind, steps, shared } }), `thread-${unit + 1}`),
  );
  await Promise.all(workers.map((worker) => once(worker, 'message'))); // all are warm
  const answers = workers.map((worker) => once(worker, 'message'));
  for (const worker of workers) worker.postMessage('work');
  const results: Result[] = (await Promise.all(answers)).map(([result]) => result);
  await end(workers);
  print(results, counted(shared));
}

async function serve(given: { unit: number; kind: Kind; steps: number; shared: Int32Array }) {
  parentPort?.on('message', () => parentPort?.postMessage(work(given.unit, given.kind, given.steps, given.shared)));
  await warmUp(() => work(0, given.kind, 20_000, counters()));
  parentPort?.postMessage('warm');
}

if (isMainThread) await main();
else await serve(workerData);
