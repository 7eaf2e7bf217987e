// Blurs a picture, a band of it for each worker thread. Each is sent the pixels it needs, and hands its rows back.
// node thread.ts [threads] [width of the picture]
import { once } from 'node:events';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { now } from '../../_shared/node/clock.mjs';
import { end, watched } from '../../_shared/node/workers.ts';
import { bandsOf, middlePicture, print, warmUpBlur } from './_bands.ts';
import { blur, render } from './_kernel.ts';

async function main([count = 2, width = 1800]: number[]) {
  const height = Math.floor((width * 2) / 3);
  const pixels = render(width, height);

  const created = now();
  const workers = Array.from({ length: count }, (_, index) =>
    watched(new Worker(new URL(import.meta.url)), `thread-${index + 1}`),
  );
  await Promise.all(workers.map((worker) => once(worker, 'message'))); // all have started
  const started = now();
  const warm = workers.map((worker) => once(worker, 'message'));
  for (const worker of workers) worker.postMessage('warm up');
  await Promise.all(warm);

  const picture = await middlePicture(async () => {
    const began = now();
    const blurred = new Uint8Array(pixels.length);
    const bands = bandsOf(height, count).map(async ({ first, last, top, bottom }, index) => {
      const worker = workers[index];
      if (!worker) throw new Error('one worker for each band');
      const needed = pixels.slice(top * width, bottom * width);
      const answer = once(worker, 'message');
      worker.postMessage({ pixels: needed, width, first: first - top, last: last - top }, [needed.buffer]);
      const [{ rows, times }] = await answer;
      blurred.set(rows, first * width);
      return times;
    });
    const times = await Promise.all(bands);
    return { blurred, times, began, wall: now() - began };
  });
  const done = now();
  await end(workers);
  print('thread', picture, started - created + now() - done);
}

type Task = { pixels: Uint8Array; width: number; first: number; last: number };

function run({ pixels, width, first, last }: Task) {
  const began = now();
  const rows = new Uint8Array((last - first) * width);
  blur(pixels, rows, width, first, last);
  parentPort?.postMessage({ rows, times: { began, ended: now() } }, [rows.buffer]);
}

async function ready(question: Task | 'warm up') {
  if (question !== 'warm up') return run(question);
  await warmUpBlur();
  parentPort?.postMessage('warm');
}

if (isMainThread) {
  await main(process.argv.slice(2).map(Number));
} else {
  parentPort?.on('message', ready);
  parentPort?.postMessage('started');
}
