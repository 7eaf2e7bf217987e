// Blurs photographs with a library, each in the child process that is free. Each is sent the file, and sends a file back.
// node process.sharp.ts [processes] [photographs]; needs: npm install sharp
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { now } from '../../_shared/node/clock.mjs';
import { end, watched } from '../../_shared/node/workers.ts';
import { type Answer, blurPhotograph, given, photograph, print, threadsHere, warmUpLibrary } from './_photographs.ts';

async function main() {
  const { workers: count, photographs } = given();
  const source = photograph();
  const created = now();
  const workers = Array.from({ length: count }, (_, index) =>
    watched(fork(new URL(import.meta.url), { serialization: 'advanced' }), `process-${index + 1}`),
  );
  await Promise.all(workers.map((worker) => once(worker, 'message'))); // all have started
  const started = now();
  const ask = async (worker: (typeof workers)[number], question: Uint8Array | 'warm up') => {
    const answer = once(worker, 'message');
    worker.send(question);
    return (await answer)[0];
  };
  const warm: number[] = await Promise.all(workers.map((worker) => ask(worker, 'warm up')));

  const answers: Answer[] = [];
  let dealt = 0;
  const began = now();
  await Promise.all(
    workers.map(async (worker) => {
      while (dealt++ < photographs) answers.push(await ask(worker, source));
    }),
  );
  const wall = now() - began;
  const threads = threadsHere() + warm.reduce((sum, one) => sum + one, 0);
  await end(workers);
  print(answers, threads, began, wall, started - created + now() - began);
}

async function answer(question: Uint8Array | 'warm up') {
  if (question === 'warm up') await warmUpLibrary();
  process.send?.(question === 'warm up' ? threadsHere() : await blurPhotograph(question));
}

if (process.send === undefined) {
  await main();
} else {
  process.on('message', answer);
  process.send('started');
}
