// Reads many files, with a worker thread per core. Each reads its share, one file after the other.
// node thread.files.ts [readers, at most one per core] [files]
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { end, watched } from '../../_shared/node/workers.ts';
import { cost, printCost } from './_cost.ts';
import { freshFolder } from './_folder.ts';

const [readers = 20, files = 200] = process.argv.slice(2).map(Number);
const paths = freshFolder(files);

const created = performance.now();
const workers = Array.from({ length: Math.min(readers, availableParallelism()) }, (_, unit) =>
  watched(new Worker(new URL('./_thread-reader.mjs', import.meta.url)), `thread-${unit + 1}`),
);
await Promise.all(workers.map((worker) => once(worker, 'message')));
const started = performance.now() - created;

const before = cost();
const began = performance.now();
const answers = workers.map(async (worker, unit): Promise<number> => {
  worker.postMessage(paths.filter((_, index) => index % workers.length === unit));
  const [bytes] = await once(worker, 'message');
  return bytes;
});
const bytes = (await Promise.all(answers)).reduce((sum, bytes) => sum + bytes, 0);
const wall = performance.now() - began;
const after = cost();
await end(workers);

console.log(`result = ${bytes}`);
console.log(`start = ${started.toFixed(3)} ms`);
printCost(files, wall, before, after);
