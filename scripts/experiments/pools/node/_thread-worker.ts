// A worker thread that does one task after the other, as they come.
import { parentPort } from 'node:worker_threads';
import { warmUp } from '../../_shared/node/warm-up.ts';
import { task } from './_kernel.ts';

parentPort?.on('message', async (steps: number | 'warm up') => {
  if (steps === 'warm up') parentPort?.postMessage(await warmUp(() => task(20_000)));
  else parentPort?.postMessage(task(steps));
});
