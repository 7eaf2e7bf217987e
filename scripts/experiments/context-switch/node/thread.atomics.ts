// Two threads take turns on one integer of a SharedArrayBuffer, asleep in Atomics.wait in between: on one core, each turn
// is a context switch. There is no process version: processes in Node cannot share a SharedArrayBuffer.
// node thread.atomics.ts [round trips per batch] [pages each side touches]
import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { end, watched } from '../../_shared/node/workers.ts';
import { measure, ownPages, report, walk } from './_hand_over.ts';

const [MINE, OTHERS, OVER] = [0, 1, 2];

function waitWhile(turn: Int32Array, whose: number) {
  while (Atomics.load(turn, 0) === whose) Atomics.wait(turn, 0, whose);
  return Atomics.load(turn, 0);
}

function give(turn: Int32Array, whose: number) {
  Atomics.store(turn, 0, whose);
  Atomics.notify(turn, 0);
}

function answer(turn: Int32Array) {
  try {
    const memory = ownPages();
    while (waitWhile(turn, MINE) !== OVER) {
      walk(memory);
      give(turn, MINE);
    }
  } finally {
    give(turn, OVER); // or the first side would wait for ever if this one failed
  }
}

if (isMainThread) {
  const turn = new Int32Array(new SharedArrayBuffer(4));
  const start = { argv: process.argv.slice(2), workerData: turn };
  const worker = watched(new Worker(new URL(import.meta.url), start), 'thread-1');
  const figures = measure(() => {
    give(turn, OTHERS);
    if (waitWhile(turn, OTHERS) === OVER) throw new Error('the other thread is gone');
  });
  const done = once(worker, 'message');
  give(turn, OVER);
  await done;
  await end([worker]);
  report(figures, process.resourceUsage());
} else {
  answer(workerData);
  parentPort?.postMessage('done');
}
