// Five worker threads, one after the other, take 64 MiB and end: how much does the program still hold afterwards?
// node thread.ts [large|small|terminated]
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { settled } from '../../_shared/node/memory.ts';
import { print, TIMES } from './_print.ts';

const how = process.argv[2] ?? 'large';
const before = await settled([process.pid]);
let held = before;
let taken = 0;
const left: number[] = [];

for (let time = 1; time <= TIMES; time++) {
  const worker = new Worker(new URL('./_worker.mjs', import.meta.url), { argv: [how] });
  taken += (await once(worker, 'message'))[0]; // rejects, and so ends the program, where the worker fails
  if (time === 1) held = await settled([process.pid]);
  const gone = once(worker, 'exit');
  if (how === 'terminated') void worker.terminate();
  else worker.postMessage('end');
  await gone;
  left.push((await settled([process.pid])).pss);
}
print(taken, before.pss, held.pss, left);
