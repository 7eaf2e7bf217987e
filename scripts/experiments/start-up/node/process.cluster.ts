// How long until a new cluster worker has done its first work, and until it is gone?
// The worker's file is plain JavaScript: what is timed is the process, not the stripping of types.
// node process.cluster.ts [MiB the parent holds] [starts]
import cluster from 'node:cluster';
import { fileURLToPath } from 'node:url';
import { measure } from './_start.ts';

const file = new URL('./_process-worker.mjs', import.meta.url);
cluster.setupPrimary({ exec: fileURLToPath(file) });

await measure(() => cluster.fork());
