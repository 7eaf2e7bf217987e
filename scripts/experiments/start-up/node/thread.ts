// How long until a new thread has done its first work, and until it is gone?
// The worker's file is plain JavaScript: what is timed is the thread, not the stripping of types.
// node thread.ts [MiB the parent holds] [starts]
import { Worker } from 'node:worker_threads';
import { measure } from './_start.ts';

const file = new URL('./_thread-worker.mjs', import.meta.url);

await measure(() => new Worker(file));
