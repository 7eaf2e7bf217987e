// How much more memory does each child process cost? Pages that are shared count once (PSS, Linux), the kernel's share counts.
// node process.ts [workers] [MiB of their own] [MiB of the parent]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { memoryOf, settled } from '../../_shared/node/memory.ts';
import { end, watched } from '../../_shared/node/workers.ts';
import { print } from './_print.ts';

const count = Number(process.argv[2] ?? 4);
const own = process.argv[3] ?? '0';
const held = Buffer.alloc(Number(process.argv[4] ?? 0) * 2 ** 20, 1); // written to, so that it is really there

const before = await settled([process.pid]);
const workers = Array.from({ length: count }, (_, index) =>
  watched(fork(new URL('./_process-worker.mjs', import.meta.url), [own]), `process-${index + 1}`),
);
const messages = await Promise.all(workers.map((worker) => once(worker, 'message')));
const written = messages.reduce((sum, [bytes]) => sum + bytes, 0);
const children = workers.map((worker) => worker.pid ?? 0);
const after = await settled([process.pid, ...children]);
const { uss } = memoryOf(children);
await end(workers);

console.log(
  `${count} processes and their parent share ${after.pss} KiB, of which ${held.length / 2 ** 10} KiB were held before`,
);
print(count, written, before, after, uss);
