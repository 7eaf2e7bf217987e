/** Two measurings at once would disturb each other and overwrite each other's results: one at a time. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { InputError } from './input-error.ts';

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/**
 * Takes the lock of a results file; a dead owner's is taken over.
 * @returns a function that gives it back
 * @throws InputError when another process holds it
 */
export function lockResults(path: string): () => void {
  const lock = `${path}.lock`;
  mkdirSync(dirname(lock), { recursive: true });
  const take = () => writeFileSync(lock, String(process.pid), { flag: 'wx' });
  try {
    take();
  } catch {
    const owner = Number(readFileSync(lock, 'utf8'));
    if (owner > 0 && owner !== process.pid && isAlive(owner)) {
      throw new InputError(
        `Another measuring is running (process ${owner}). Wait for it, or end it, and start again; if it is none of ours, delete ${lock}.`,
      );
    }
    rmSync(lock, { force: true });
    take();
  }
  return () => rmSync(lock, { force: true });
}
