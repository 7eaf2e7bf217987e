// Steps shared out among child processes. Each counts in memory of its own: nothing is shared.
// node process.ts [processes] [nothing, line, lock or count] [steps]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { warmUp } from '../../_shared/node/warm-up.ts';
import { end, watched } from '../../_shared/node/workers.ts';
import { counted, counters, type Kind, type Result, work } from './_kernel.ts';
import { given, print } from './_print.ts';

async function main() {
  const { units, kind, steps } = given();
  const workers = Array.from({ length: units }, (_, unit) =>
    watched(fork(new URL(import.meta.url), [String(units), kind, String(steps), String(unit)]), `process-${unit + 1}`),
  );
  await Promise.all(workers.map((worker) => once(worker, 'message'))); // all are warm
  const answers = workers.map((worker) => once(worker, 'message'));
  for (const worker of workers) worker.send('work');
  const results: (Result & { steps: number })[] = (await Promise.all(answers)).map(([result]) => result);
  await end(workers);
  print(
    results,
    results.reduce((sum, result) => sum + result.steps, 0),
  );
}

async function serve(unit: number, kind: Kind, steps: number) {
  const own = counters();
  process.on('message', () => process.send?.({ ...work(unit, kind, steps, own), steps: counted(own) }));
  await warmUp(() => work(0, kind, 20_000, counters()));
  process.send?.('warm');
}

const [, kind, steps, unit] = process.argv.slice(2);
if (unit === undefined) await main();
else await serve(Number(unit), kind as Kind, Number(steps));
