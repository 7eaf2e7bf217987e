// Copies of a photograph, each blurred and encoded anew by sharp: C++ that runs on threads of libuv and libvips.
// The photograph: a cup of coffee, by Rachel Michetti, CC0.
import { readdirSync, readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { now } from '../../_shared/node/clock.mjs';
import sharp from 'sharp';
import { printWindow } from '../../_shared/node/window.ts';
import type { Times } from './_bands.ts';

export type Answer = { bytes: Uint8Array; times: Times };

export const photograph = () => readFileSync(new URL('./_photograph.jpg', import.meta.url));

/** The number of workers, and of photographs. */
export function given() {
  const [workers = 2, photographs = 12] = process.argv.slice(2).map(Number);
  return { workers, photographs };
}

export async function blurPhotograph(source: Uint8Array): Promise<Answer> {
  const began = now();
  const bytes = await sharp(source).blur(4).jpeg().toBuffer();
  return { bytes, times: { began, ended: now() } };
}

/** Loads the library and lets it start its threads. */
export const warmUpLibrary = async () => {
  for (let count = 0; count < 4; count++) await blurPhotograph(photograph());
};

/** Threads of this process, the library's included; none where the system does not say. */
export function threadsHere(): number {
  try {
    return readdirSync('/proc/self/task').length;
  } catch {
    return 0;
  }
}

export function print(answers: Answer[], threads: number, began: number, wall: number, withStart: number): void {
  const first = Math.min(...answers.map(({ times }) => times.began));
  const last = Math.max(...answers.map(({ times }) => times.ended));
  const checksums = new Set(answers.map(({ bytes }) => crc32(bytes)));
  console.log(`${answers.length} photographs blurred, the CRC-32 of each file is ${[...checksums].join(' or ')}`);
  console.log(`checksum = ${[...checksums].reduce((sum, one) => sum + one, 0)}`);
  if (threads > 0) console.log(`${threads} threads in all, those of Node.js and the library included`);
  printWindow(began, began + wall);
  console.log(`wall = ${wall.toFixed(3)} ms`);
  console.log(`copy = ${(wall - (last - first)).toFixed(3)} ms`);
  console.log(`wall-with-start = ${withStart.toFixed(3)} ms`);
}
