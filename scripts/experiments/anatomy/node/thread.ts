// Two worker threads of one program: which numbers has the operating system given them, and who sees a write?
// node thread.ts
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { now } from '../../_shared/node/clock.mjs';
import { end, watched } from '../../_shared/node/workers.ts';
import { printReports } from './_print.ts';

const start = now();
const shared = new Int32Array(new SharedArrayBuffer(4));
const [reader, writer] = ['reader', 'writer'].map((name) =>
  watched(new Worker(new URL('./_worker.mjs', import.meta.url), { argv: [name], workerData: shared }), name),
) as [Worker, Worker];
const [wrote] = await once(writer, 'message');
reader.postMessage('written');
const [read] = await once(reader, 'message');
await end([reader, writer]);
printReports(wrote, read, start, 'the SharedArrayBuffer');
