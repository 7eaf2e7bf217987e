// Blurs a picture, a band of it for each child process. Each is sent the pixels it needs, and sends its rows back.
// Their start includes reading this file as TypeScript.
// node process.ts [processes] [width of the picture]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { bandsOf, now, print } from './_bands.ts';
import { blur, render } from './_kernel.ts';

async function main([count = 2, width = 1800]: number[]) {
  const height = Math.floor((width * 2) / 3);
  const pixels = render(width, height);

  const created = now();
  const workers = Array.from({ length: count }, () => fork(new URL(import.meta.url), { serialization: 'advanced' }));
  await Promise.all(workers.map((worker) => once(worker, 'message'))); // all are ready

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
  const wall = now() - began;
  const gone = workers.map((worker) => once(worker, 'exit'));
  for (const worker of workers) worker.disconnect();
  await Promise.all(gone);
  print('process', blurred, times, began, wall, now() - created);
}

type Task = { pixels: Uint8Array; width: number; first: number; last: number };

function run({ pixels, width, first, last }: Task) {
  const began = now();
  const rows = new Uint8Array((last - first) * width);
  blur(pixels, rows, width, first, last);
  process.send?.({ rows, times: { began, ended: now() } });
}

if (!process.send) {
  await main(process.argv.slice(2).map(Number));
} else {
  blur(render(500, 100), new Uint8Array(500 * 100), 500, 0, 100); // warms up: the engine has compiled it now
  process.on('message', run);
  process.send('ready');
}
