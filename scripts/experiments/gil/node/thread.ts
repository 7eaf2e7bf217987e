// A fixed amount of work, shared among worker threads. Each has a JavaScript engine of its own, and no lock is shared.
// node thread.ts [threads] [limit]
import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { warmUp } from '../../_shared/node/warm-up.ts';
import { end, watched } from '../../_shared/node/workers.ts';
import { type Result, work } from './_kernel.ts';
import { print } from './_print.ts';

async function main(units: number, limit: number) {
  const created = performance.now();
  const workers = Array.from({ length: units }, (_, unit) =>
    watched(new Worker(new URL(import.meta.url), { workerData: { unit, units, limit } }), `thread-${unit + 1}`),
  );
  const ask = (question: string) =>
    Promise.all(
      workers.map(async (worker) => {
        const answer = once(worker, 'message');
        worker.postMessage(question);
        return (await answer)[0];
      }),
    );
  await Promise.all(workers.map((worker) => once(worker, 'message'))); // all have started
  const started = performance.now();
  await ask('warm up');
  const results: Result[] = await ask('work');
  const done = performance.now();
  await end(workers);
  print(results, (unit) => `thread-${unit + 1}`, started - created + performance.now() - done);
}

function serve({ unit, units, limit }: { unit: number; units: number; limit: number }) {
  parentPort?.on('message', async (question) => {
    if (question === 'warm up') await warmUp(() => work(0, 1, 20_000));
    parentPort?.postMessage(question === 'work' ? work(unit, units, limit) : 'warm');
  });
  parentPort?.postMessage('started');
}

if (isMainThread) await main(Number(process.argv[2] ?? 2), Number(process.argv[3] ?? 1_000_000));
else serve(workerData);
