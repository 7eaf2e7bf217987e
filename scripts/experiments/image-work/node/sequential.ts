// Blurs a picture, band after band: what threads and processes are compared with.
// node sequential.ts [bands] [width of the picture]
import { now } from '../../_shared/node/clock.mjs';
import { bandsOf, middlePicture, print, warmUpBlur } from './_bands.ts';
import { blur, render } from './_kernel.ts';

const [bands = 2, width = 1800] = process.argv.slice(2).map(Number);
const height = Math.floor((width * 2) / 3);
const pixels = render(width, height);
await warmUpBlur();

const picture = await middlePicture(() => {
  const began = now();
  const blurred = new Uint8Array(pixels.length);
  const times = bandsOf(height, bands).map(({ first, last }) => {
    const began = now();
    blur(pixels, blurred.subarray(first * width, last * width), width, first, last);
    return { began, ended: now() };
  });
  return { blurred, times, began, wall: now() - began };
});
print('main', picture, 0);
