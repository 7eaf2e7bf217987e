// The same work shared out among more and more processes than there are cores, once freely and once in steps, after each
// of which all wait for the slowest.
// Usage: node process.ts [processes per core] [free|barrier]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';

const WORK = 60_000_000;

function work(rounds: number) {
  let sum = 0;
  for (let i = 0; i < rounds; i++) sum += i % 7;
  return sum;
}

async function main() {
  const [perCore = '4', manner = 'free'] = process.argv.slice(2);
  const count = Number(perCore) * availableParallelism();
  const steps = manner === 'barrier' ? 50 : 1;

  const start = performance.now();
  const workers = Array.from({ length: count }, () => fork(import.meta.filename));
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  const ready = performance.now();
  for (let step = 0; step < steps; step++) {
    for (const worker of workers) worker.send(WORK / steps / count);
    await Promise.all(workers.map((worker) => once(worker, 'message')));
  }
  const done = performance.now();
  for (const worker of workers) worker.send('end');
  await Promise.all(workers.map((worker) => once(worker, 'exit')));
  const end = performance.now();

  console.log(`${count} processes`);
  console.log(`wall = ${(done - ready).toFixed(3)} ms`);
  console.log(`total = ${(end - start).toFixed(3)} ms`);
}

function serve(message: number | 'end') {
  if (message === 'end') process.disconnect?.();
  else process.send?.(work(message));
}

if (process.send === undefined) {
  await main();
} else {
  process.on('message', serve);
  process.send('ready');
}
