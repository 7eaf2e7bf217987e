/** Collects what a child prints, up to a bound, so that a flood costs neither memory nor time. */
import type { Readable } from 'node:stream';

/** Bytes of standard output and error together; an experiment's program prints a few kilobytes. */
export const OUTPUT_LIMIT = 1 << 20;

export interface Captured {
  stdout: string;
  log: string;
  flooded: boolean;
}

/**
 * @param onFlood called once, when the limit is passed; nothing is kept from then on
 * @returns a function that gives what has been captured so far
 */
export function capture(stdout: Readable, stderr: Readable, onFlood: () => void): () => Captured {
  const all: Buffer[] = [];
  const out: Buffer[] = [];
  let size = 0;
  let flooded = false;
  const take = (into: Buffer[][]) => (chunk: Buffer) => {
    if (flooded) return;
    size += chunk.length;
    if (size > OUTPUT_LIMIT) {
      flooded = true;
      onFlood();
      return;
    }
    for (const list of into) list.push(chunk);
  };
  stdout.on('data', take([all, out]));
  stderr.on('data', take([all]));
  return () => ({
    stdout: Buffer.concat(out).toString('utf8'),
    log: Buffer.concat(all).toString('utf8'),
    flooded,
  });
}
