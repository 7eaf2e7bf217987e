// Blurs a picture, a band of it for each child process. Each is sent the pixels it needs, and sends its rows back.
// node process.ts [processes] [width of the picture]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { now } from '../../_shared/node/clock.mjs';
import { end, watched } from '../../_shared/node/workers.ts';
import { bandsOf, middlePicture, print, warmUpBlur } from './_bands.ts';
import { blur, render } from './_kernel.ts';

async function main([count = 2, width = 1800]: number[]) {
  const height = Math.floor((width * 2) / 3);
  const pixels = render(width, height);

  const created = now();
  const workers = Array.from({ length: count }, (_, index) =>
    watched(fork(new URL(import.meta.url), { serialization: 'advanced' }), `process-${index + 1}`),
  );
  await Promise.all(workers.map((worker) => once(worker, 'message'))); // all have started
  const started = now();
  const warm = workers.map((worker) => once(worker, 'message'));
  for (const worker of workers) worker.send('warm up');
  await Promise.all(warm);

  const picture = await middlePicture(async () => {
    const began = now();
    const blurred = new Uint8Array(pixels.length);
    const bands = bandsOf(height, count).map(async ({ first, last, top, bottom }, index) => {
      const worker = workers[index];
      if (!worker) throw new Error('one worker for each band');
      const needed = pixels.subarray(top * width, bottom * width);
      const answer = once(worker, 'message');
      worker.send({ pixels: needed, width, first: first - top, last: last - top });
      const [{ rows, times }] = await answer;
      blurred.set(rows, first * width);
      return times;
    });
    const times = await Promise.all(bands);
    return { blurred, times, began, wall: now() - began };
  });
  const done = now();
  await end(workers);
  print('process', picture, started - created + now() - done);
}

type Task = { pixels: Uint8Array; width: number; first: number; last: number };

function run({ pixels, width, first, last }: Task) {
  const began = now();
  const rows = new Uint8Array((last - first) * width);
  blur(pixels, rows, width, first, last);
  process.send?.({ rows, times: { began, ended: now() } });
}

async function ready(question: Task | 'warm up') {
  if (question !== 'warm up') return run(question);
  await warmUpBlur();
  process.send?.('warm');
}

if (!process.send) {
  await main(process.argv.slice(2).map(Number));
} else {
  process.on('message', ready);
  process.send('started');
}
