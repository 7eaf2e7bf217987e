// Two threads hand a byte back and forth through two named pipes: on one core, each hand-over is a context switch.
// The figure is half a round trip, so it includes the system calls that ask for the switch, and Node's own way to them.
// node thread.ts [round trips per batch] [pages each side touches]
import { once } from 'node:events';
import { closeSync } from 'node:fs';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { measure, report } from './_hand_over.ts';
import { answer, makePipes } from './_pipes.ts';

if (isMainThread) {
  const { paths, open } = makePipes();
  const start = { argv: process.argv.slice(2), workerData: paths };
  const gone = once(new Worker(new URL(import.meta.url), start), 'exit');
  const { write, handOver } = open();
  const figures = measure(handOver);
  closeSync(write); // the other thread reads the end of the pipe and returns
  await gone;
  report(figures, process.resourceUsage());
} else {
  const [ping, pong] = workerData;
  answer(ping, pong);
}
