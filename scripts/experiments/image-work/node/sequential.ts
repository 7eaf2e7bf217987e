// Blurs a picture, band after band: what threads and processes are compared with.
// node sequential.ts [bands] [width of the picture]
import { bandsOf, now, print } from './_bands.ts';
import { blur, render } from './_kernel.ts';

const [bands = 2, width = 1800] = process.argv.slice(2).map(Number);
const height = Math.floor((width * 2) / 3);
const pixels = render(width, height);
blur(pixels, new Uint8Array(width * 50), width, 0, 50); // warms up: the engine has compiled it now

const began = now();
const blurred = new Uint8Array(pixels.length);
const times = bandsOf(height, bands).map(({ first, last }) => {
  const began = now();
  blur(pixels, blurred.subarray(first * width, last * width), width, first, last);
  return { began, ended: now() };
});
const wall = now() - began;
print('main', blurred, times, began, wall, wall);
