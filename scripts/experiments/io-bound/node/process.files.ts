// Reads many files, with a child process per core. Each reads its share, one file after the other.
// node process.files.ts [readers, at most one per core] [files]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { cost, printCost } from './_cost.ts';
import { freshFolder } from './_folder.ts';

const [readers = 20, files = 200] = process.argv.slice(2).map(Number);
const paths = freshFolder(files);

const before = cost();
const began = performance.now();
const workers = Array.from({ length: Math.min(readers, availableParallelism()) }, () =>
  fork(new URL('./_process-reader.mjs', import.meta.url)),
);
const answers = workers.map(async (worker, unit): Promise<number> => {
  worker.send(paths.filter((_, index) => index % workers.length === unit));
  const [bytes] = await once(worker, 'message');
  return bytes;
});
const bytes = (await Promise.all(answers)).reduce((sum, bytes) => sum + bytes, 0);
const wall = performance.now() - began;
const after = cost();
for (const worker of workers) worker.kill();

console.log(`${bytes} bytes in ${files} files`);
printCost(files, wall, before, after);
