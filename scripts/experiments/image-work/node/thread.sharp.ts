// Blurs photographs with a library, each in the worker thread that is free. Each is sent the file, and sends a file back.
// node thread.sharp.ts [threads] [photographs]; needs: npm install sharp
import { once } from 'node:events';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { now } from '../../_shared/node/clock.mjs';
import { end, watched } from '../../_shared/node/workers.ts';
import { type Answer, blurPhotograph, given, photograph, print, threadsHere, warmUpLibrary } from './_photographs.ts';

async function main() {
  const { workers: count, photographs } = given();
  const source = photograph();
  const created = now();
  const workers = Array.from({ length: count }, (_, index) =>
    watched(new Worker(new URL(import.meta.url)), `thread-${index + 1}`),
  );
  await Promise.all(workers.map((worker) => once(worker, 'message'))); // all have started
  const started = now();
  const ask = async (worker: (typeof workers)[number], question: Uint8Array | 'warm up') => {
    const answer = once(worker, 'message');
    worker.postMessage(question);
    return (await answer)[0];
  };
  await Promise.all(workers.map((worker) => ask(worker, 'warm up')));

  const answers: Answer[] = [];
  let dealt = 0;
  const began = now();
  await Promise.all(
    workers.map(async (worker) => {
      while (dealt++ < photographs) answers.push(await ask(worker, source));
    }),
  );
  const wall = now() - began;
  const threads = threadsHere();
  await end(workers);
  print(answers, threads, began, wall, started - created + now() - began);
}

async function answer(question: Uint8Array | 'warm up') {
  if (question === 'warm up') await warmUpLibrary();
  parentPort?.postMessage(question === 'warm up' ? threadsHere() : await blurPhotograph(question));
}

if (isMainThread) {
  await main();
} else {
  parentPort?.on('message', answer);
  parentPort?.postMessage('started');
}
