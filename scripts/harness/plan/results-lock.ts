/** Two measurings at once would disturb each other and overwrite each other's results: one at a time. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { InputError } from '../input-error.ts';

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

type Lock = { release: () => void } | { owner: number; file: string };

/** Takes the lock of a results file, or says who holds it; a dead owner's is taken over. */
export function takeLock(path: string): Lock {
  const file = `${path}.lock`;
  mkdirSync(dirname(file), { recursive: true });
  const release = () => rmSync(file, { force: true });
  const take = () => writeFileSync(file, String(process.pid), { flag: 'wx' });
  try {
    take();
  } catch {
    const owner = Number(readFileSync(file, 'utf8'));
    if (owner > 0 && owner !== process.pid && isAlive(owner)) return { owner, file };
    release();
    take();
  }
  return { release };
}

/**
 * @returns a function that gives the lock back
 * @throws InputError when another process holds it
 */
export function lockResults(path: string): () => void {
  const lock = takeLock(path);
  if ('release' in lock) return lock.release;
  throw new InputError(
    `Another measuring is running (process ${lock.owner}). Wait for it, or end it, and start again; if it is none of ours, delete ${lock.file}.`,
  );
}
