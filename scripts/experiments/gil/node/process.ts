// A fixed amount of work, shared among child processes.
// Their start includes reading this file as TypeScript.
// node process.ts [processes] [limit]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { countPrimes, type Result, work } from './_kernel.ts';
import { print } from './_print.ts';

async function main(units: number, limit: number) {
  const created = performance.now();
  const workers = Array.from({ length: units }, (_, unit) =>
    fork(new URL(import.meta.url), [String(units), String(limit), String(unit)]),
  );
  await Promise.all(workers.map((worker) => once(worker, 'message'))); // all are ready
  const ended = workers.map((worker) => once(worker, 'exit'));
  const answers = workers.map((worker) => once(worker, 'message'));
  for (const worker of workers) worker.send('go');
  const results: Result[] = (await Promise.all(answers)).map(([result]) => result);
  await Promise.all(ended);
  print(results, (unit) => `process-${unit + 1}`, performance.now() - created);
}

function run(unit: number, units: number, limit: number) {
  countPrimes(0, 20_000); // warms up: the engine has compiled it now
  process.once('message', () => process.send?.(work(unit, units, limit)));
  process.send?.('ready');
}

const [units = 2, limit = 1_000_000, unit] = process.argv.slice(2).map(Number);
if (unit === undefined) await main(units, limit);
else run(unit, units, limit);
