/** Bytes that take long to make, kept between builds under a hash of all that they are made from. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder may be deleted at any time: the next build makes its files again. */
const FOLDER = join(process.cwd(), '.cache', 'kept');

/**
 * @param madeFrom all that decides the bytes, as values of JSON: what is shown, the code that makes it, the versions of its packages
 * @param make called where nothing is kept for that
 */
export async function keptBetweenBuilds(
  madeFrom: unknown,
  make: () => Promise<Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array<ArrayBuffer>> {
  const kept = join(FOLDER, createHash('sha256').update(JSON.stringify(madeFrom)).digest('hex'));
  if (existsSync(kept)) return new Uint8Array(readFileSync(kept));
  const bytes = await make();
  mkdirSync(FOLDER, { recursive: true });
  // Written whole or not at all: an interrupted build leaves no half of a file under that name.
  const partial = `${kept}.${process.pid}`;
  writeFileSync(partial, bytes);
  renameSync(partial, kept);
  return bytes;
}
