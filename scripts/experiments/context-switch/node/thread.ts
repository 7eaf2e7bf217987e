// Two threads hand a byte back and forth through two named pipes: on one core, each hand-over is a context switch.
// The figure is half a round trip, so it includes the system calls that ask for the switch, and Node's own way to them.
// node thread.ts [round trips per batch] [pages each side touches]
import { once } from 'node:events';
import { closeSync } from 'node:fs';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { end, watched } from '../../_shared/node/workers.ts';
import { measure, report } from './_hand_over.ts';
import { answer, makePipes } from './_pipes.ts';

if (isMainThread) {
  const { paths, open } = makePipes();
  const start = { argv: process.argv.slice(2), workerData: paths };
  const worker = watched(new Worker(new URL(import.meta.url), start), 'thread-1');
  await once(worker, 'message'); // a dead one would never open its end of the pipes
  const { write, handOver } = open();
  const figures = measure(handOver);
  const done = once(worker, 'message');
  closeSync(write); // the other thread reads the end of the pipe and says that it is done
  await done;
  await end([worker]);
  report(figures, process.resourceUsage());
} else {
  const [ping, pong] = workerData;
  parentPort?.postMessage('ready');
  answer(ping, pong);
  parentPort?.postMessage('done');
}
