// A fixed amount of work, shared among child processes.
// node process.ts [processes] [limit]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { warmUp } from '../../_shared/node/warm-up.ts';
import { end, watched } from '../../_shared/node/workers.ts';
import { type Result, work } from './_kernel.ts';
import { print } from './_print.ts';

async function main(units: number, limit: number) {
  const created = performance.now();
  const workers = Array.from({ length: units }, (_, unit) =>
    watched(fork(new URL(import.meta.url), [String(units), String(limit), String(unit)]), `process-${unit + 1}`),
  );
  const ask = (question: string) =>
    Promise.all(
      workers.map(async (worker) => {
        const answer = once(worker, 'message');
        worker.send(question);
        return (await answer)[0];
      }),
    );
  await Promise.all(workers.map((worker) => once(worker, 'message'))); // all have started
  const started = performance.now();
  await ask('warm up');
  const results: Result[] = await ask('work');
  const done = performance.now();
  await end(workers);
  print(results, (unit) => `process-${unit + 1}`, started - created + performance.now() - done);
}

function serve(unit: number, units: number, limit: number) {
  process.on('message', async (question) => {
    if (question === 'warm up') await warmUp(() => work(0, 1, 20_000));
    process.send?.(question === 'work' ? work(unit, units, limit) : 'warm');
  });
  process.send?.('started');
}

const [units = 2, limit = 1_000_000, unit] = process.argv.slice(2).map(Number);
if (unit === undefined) await main(units, limit);
else serve(unit, units, limit);
