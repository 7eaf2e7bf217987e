// Divides a picture into bands of rows, and prints what blurring them took. Times are ms since 1970.
import { printWindow } from '../../_shared/node/window.ts';
import { RADIUS } from './_kernel.ts';

export type Band = { first: number; last: number; top: number; bottom: number };
export type Times = { began: number; ended: number };

export const now = () => performance.timeOrigin + performance.now();

/** Each band's own rows, `first` up to `last`, and the rows it needs to blur them, `top` up to `bottom`. */
export function bandsOf(height: number, bands: number): Band[] {
  return Array.from({ length: bands }, (_, band) => {
    const first = Math.floor((height * band) / bands);
    const last = Math.floor((height * (band + 1)) / bands);
    return { first, last, top: Math.max(first - RADIUS, 0), bottom: Math.min(last + RADIUS, height) };
  });
}

function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return b * 65536 + a;
}

export function print(name: string, blurred: Uint8Array, times: Times[], began: number, wall: number, whole: number) {
  const first = Math.min(...times.map((time) => time.began)) - began;
  const last = Math.max(...times.map((time) => time.ended)) - began;
  for (const [index, time] of times.entries()) {
    const unit = name === 'main' ? name : `${name}-${index + 1}`;
    console.log(`slice ${unit} run ${(time.began - began).toFixed(3)} ${(time.ended - began).toFixed(3)}`);
  }
  const checksum = adler32(blurred);
  console.log(`${blurred.length} pixels blurred, their Adler-32 is ${checksum}`);
  console.log(`checksum = ${checksum}`);
  printWindow(began, began + wall);
  console.log(`wall = ${wall.toFixed(3)} ms`);
  console.log(`copy = ${(wall - (last - first)).toFixed(3)} ms`);
  console.log(`wall-with-start = ${whole.toFixed(3)} ms`);
}
