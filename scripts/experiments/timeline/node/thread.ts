// Two threads work and record when they ran, and where: held on one core they take turns, on two they run at once.
// node thread.ts [ms of work]
import { once } from 'node:events';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { warmUp } from '../../_shared/node/warm-up.ts';
import { end, watched } from '../../_shared/node/workers.ts';
import { printTimeline } from './_print.ts';
import { milliseconds, recordingCost, workAndRecord } from './_recording.ts';

async function main() {
  const duration = Number(process.argv[2] ?? 100);
  console.log(`recording-cost = ${recordingCost().toFixed(3)}`);

  const origin = milliseconds();
  const workers = [1, 2].map((unit) => watched(new Worker(new URL(import.meta.url)), `thread-${unit}`));
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  for (const worker of workers) worker.postMessage(duration);
  const recordings = await Promise.all(workers.map((worker) => once(worker, 'message')));
  await end(workers);

  printTimeline(
    recordings.map(([slices]) => slices),
    origin,
  );
}

if (isMainThread) {
  await main();
} else {
  await warmUp(() => workAndRecord(2));
  parentPort?.on('message', (duration: number) => parentPort?.postMessage(workAndRecord(duration)));
  parentPort?.postMessage('ready');
}
