// How many idle worker threads fit in 2 GiB, and what does each take? node thread.ts [how many are wanted]
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { settled } from '../../_shared/node/memory.ts';
import { end, watched } from '../../_shared/node/workers.ts';
import { full, print } from './_limit.ts';

const asked = Number(process.argv[2] ?? 100);
const before = await settled([process.pid]);

const workers: Worker[] = [];
while (workers.length < asked && !full([process.pid], workers.length, before)) {
  const name = `thread-${workers.length + 1}`;
  const worker = watched(new Worker(new URL('./_thread-worker.mjs', import.meta.url)), name);
  await once(worker, 'message');
  workers.push(worker);
}
const after = await settled([process.pid]);
await end(workers);
print(asked, workers.length, before, after);
