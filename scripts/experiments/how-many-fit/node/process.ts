// How many idle child processes fit in 2 GiB, and what does each take? Never more than 2,000.
// node process.ts [how many are wanted]
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { settled } from '../../_shared/node/memory.ts';
import { end, watched } from '../../_shared/node/workers.ts';
import { full, print } from './_limit.ts';

const asked = Number(process.argv[2] ?? 100);
const before = await settled([process.pid]);

const workers: ChildProcess[] = [];
const pids = [process.pid];
while (workers.length < Math.min(asked, 2000) && !full(pids, workers.length, before)) {
  const name = `process-${workers.length + 1}`;
  const worker = watched(fork(new URL('./_process-worker.mjs', import.meta.url)), name);
  await once(worker, 'message');
  workers.push(worker);
  pids.push(worker.pid ?? 0);
}
const after = await settled(pids);
await end(workers);
print(asked, workers.length, before, after);
