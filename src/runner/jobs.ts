/**
 * What a unit can be asked to do. The same code in a Web Worker and in a frame; where the Node.js program keeps its work in
 * a kernel file, it is that file.
 */

import { countPrimes } from '../../scripts/experiments/_shared/node/primes.ts';
import { failAs } from '../../scripts/experiments/crashes/browser/_faults.ts';
import { work } from '../../scripts/experiments/gil/node/_kernel.ts';
import { adler32 } from '../../scripts/experiments/image-work/node/_adler32.ts';
import { blur, render } from '../../scripts/experiments/image-work/node/_kernel.ts';
import { count, type Form, type Memory } from '../../scripts/experiments/races/node/_kernel.ts';
import { recordWork } from '../../scripts/experiments/timeline/browser/_recording.ts';

const PAGE = 4096;

/** Counts up to the end of `duration` ms: a full core's work for a known time. @returns how often */
function spin(duration: number): number {
  const until = performance.now() + duration;
  let turns = 0;
  while (performance.now() < until) turns++;
  return turns;
}

/** Reads a byte of every page, as the Node.js program's receiver does. */
function touch(message: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < message.length; at += PAGE) sum += message[at] ?? 0;
  return sum;
}

/** Answers every message in shared memory until it is stopped, as in `thread.shared-memory.ts`. */
function answerShared({ counters, message, answers }: SharedChannel): number {
  for (let answered = 0; ; answered++) {
    while (Atomics.load(counters, 0) <= answered) Atomics.wait(counters, 0, answered);
    if (Atomics.load(counters, 2) === 1) return answered;
    Atomics.store(answers, 0, touch(message));
    Atomics.add(counters, 1, 1);
    Atomics.notify(counters, 1);
  }
}

/** Counters: messages sent, messages answered, 1 to stop. */
export interface SharedChannel {
  counters: Int32Array;
  message: Uint8Array;
  answers: Int32Array;
}

/** The picture of a unit that blurs a whole one, and what it made of it. */
let held = { pixels: new Uint8Array(), width: 1, blurred: new Uint8Array() };

/** A band of a picture, as the Node.js programs send it. */
interface Band {
  pixels: Uint8Array;
  width: number;
  first: number;
  last: number;
}

/** As the Node.js program does it: in place, band after band. */
function blurHeld(bands: number) {
  const { pixels, width } = held;
  const height = pixels.length / width;
  const blurred = new Uint8Array(pixels.length);
  held.blurred = blurred;
  return Array.from({ length: bands }, (_, band) => {
    const first = Math.floor((height * band) / bands);
    const last = Math.floor((height * (band + 1)) / bands);
    const began = performance.timeOrigin + performance.now();
    blur(pixels, blurred.subarray(first * width, last * width), width, first, last);
    return { began, ended: performance.timeOrigin + performance.now() };
  });
}

function blurBand({ pixels, width, first, last }: Band) {
  const began = performance.timeOrigin + performance.now();
  const rows = new Uint8Array((last - first) * width);
  blur(pixels, rows, width, first, last);
  return { rows, began, ended: performance.timeOrigin + performance.now() };
}

export const jobs = {
  ping: () => true,
  spin: ({ duration }: { duration: number }) => spin(duration),
  /** One unit's share of the primes. */
  share: ({ unit, units, limit }: { unit: number; units: number; limit: number }) => work(unit, units, limit),
  /** All parts, one after the other. */
  parts: ({ units, limit }: { units: number; limit: number }) =>
    Array.from({ length: units }, (_, unit) => work(unit, units, limit)),
  primes: ({ limit }: { limit: number }) => countPrimes(0, limit),
  blur: (band: Band) => blurBand(band),
  /** Makes the picture that `blur-held` works on, so that nothing of it travels. */
  hold: ({ width, height }: { width: number; height: number }) => {
    held = { pixels: render(width, height), width, blurred: new Uint8Array() };
    return held.pixels.length;
  },
  'blur-held': ({ bands }: { bands: number }) => blurHeld(bands),
  'checksum-held': () => adler32(held.blurred),
  touch: ({ message }: { message: Uint8Array }) => touch(message),
  /** For a message that was transferred: its sender gets it back. */
  'touch-and-return': ({ message }: { message: Uint8Array<ArrayBuffer> }) => ({ sum: touch(message), message }),
  'answer-shared': (channel: SharedChannel) => answerShared(channel),
  count: ({ form, memory, counts }: { form: Form; memory: Memory; counts: number }) => count(form, memory, counts),
  /** True where the memory arrived as shared memory. */
  'is-shared': ({ counter }: { counter: Int32Array }) => counter.buffer instanceof SharedArrayBuffer,
  record: ({ duration }: { duration: number }) => recordWork(duration),
  /** Raised by the unit itself, in an event of its own. Never answered. */
  fail: ({ fault, tell = () => {} }: { fault: Parameters<typeof failAs>[0]; tell?: (filled: number) => void }) =>
    failAs(fault, tell),
};

/** What of a job's output is handed back rather than copied, as in the Node.js programs of the threads. */
export const HANDED_BACK: { [Name in JobName]?: (output: JobOutput<Name>) => Transferable[] } = {
  blur: ({ rows }) => [rows.buffer],
  'touch-and-return': ({ message }) => [message.buffer],
};

export type JobName = keyof typeof jobs;
export type JobInput<Name extends JobName> = Parameters<(typeof jobs)[Name]> extends [infer Input] ? Input : undefined;
export type JobOutput<Name extends JobName> = ReturnType<(typeof jobs)[Name]>;
