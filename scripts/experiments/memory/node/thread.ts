// How much more memory does each worker thread cost? Pages that are shared count once (PSS, Linux), the kernel's share counts.
// node thread.ts [workers] [MiB of their own] [MiB of the parent]
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { settled } from '../../_shared/node/memory.ts';
import { end, watched } from '../../_shared/node/workers.ts';
import { print } from './_print.ts';

const count = Number(process.argv[2] ?? 4);
const own = process.argv[3] ?? '0';
const held = Buffer.alloc(Number(process.argv[4] ?? 0) * 2 ** 20, 1); // written to, so that it is really there

const before = await settled([process.pid]);
const workers = Array.from({ length: count }, (_, index) =>
  watched(new Worker(new URL('./_thread-worker.mjs', import.meta.url), { argv: [own] }), `thread-${index + 1}`),
);
const messages = await Promise.all(workers.map((worker) => once(worker, 'message')));
const written = messages.reduce((sum, [bytes]) => sum + bytes, 0);
const after = await settled([process.pid]);
await end(workers);

console.log(
  `${count} threads in one process of ${after.pss} KiB, of which ${held.length / 2 ** 10} KiB were held before`,
);
print(count, written, before, after, after.uss - before.uss);
