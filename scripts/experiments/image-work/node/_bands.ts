// Divides a picture into bands of rows, blurs it several times, and prints what the middle time took. Times are of `now`.
import { untilIdle, warmUp } from '../../_shared/node/warm-up.ts';
import { printWindow } from '../../_shared/node/window.ts';
import { adler32 } from './_adler32.ts';
import { blur, RADIUS, render } from './_kernel.ts';

export type Band = { first: number; last: number; top: number; bottom: number };
export type Times = { began: number; ended: number };
export type Picture = { blurred: Uint8Array; times: Times[]; began: number; wall: number };

/** Pictures until the engine has compiled the way there and back as well as the blur, and pictures that are timed. */
const [WARM_UP, TIMED] = [3, 3];

/**
 * The engine's last compiler takes up the blur only after many pictures. Without them some workers would be timed with its
 * code and some, a quarter slower, with that of the one before.
 */
const STRIPS = 200;

/** Blurs a small picture again and again, wherever the large one will be blurred. */
export function warmUpBlur(): Promise<void> {
  const [width, height] = [300, 100];
  const strip = render(width, height);
  return warmUp(() => blur(strip, new Uint8Array(strip.length), width, 0, height), STRIPS);
}

/** Each band's own rows, `first` up to `last`, and the rows it needs to blur them, `top` up to `bottom`. */
export function bandsOf(height: number, bands: number): Band[] {
  return Array.from({ length: bands }, (_, band) => {
    const first = Math.floor((height * band) / bands);
    const last = Math.floor((height * (band + 1)) / bands);
    return { first, last, top: Math.max(first - RADIUS, 0), bottom: Math.min(last + RADIUS, height) };
  });
}

/** Of the pictures that are timed, the one that took neither long nor short. */
export async function middlePicture(blurPicture: () => Picture | Promise<Picture>): Promise<Picture> {
  for (let i = 0; i < WARM_UP; i++) await blurPicture();
  await untilIdle();
  const pictures: Picture[] = [];
  for (let i = 0; i < TIMED; i++) pictures.push(await blurPicture());
  return pictures.sort((a, b) => a.wall - b.wall)[TIMED >> 1] as Picture;
}

/** @param startAndEnd ms that starting and ending the workers took */
export function print(name: string, { blurred, times, began, wall }: Picture, startAndEnd: number) {
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
  console.log(`wall-with-start = ${(wall + startAndEnd).toFixed(3)} ms`);
}
