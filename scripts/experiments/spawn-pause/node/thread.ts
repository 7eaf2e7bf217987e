// For how long does an event loop stand still while it starts a worker thread?
// node thread.ts [MiB the parent holds] [starts]
import { Worker } from 'node:worker_threads';
import { measure } from './_loop.ts';

const file = new URL('./_worker.mjs', import.meta.url);

await measure(() => new Worker(file));
