/** Two measurings at once would disturb each other and overwrite each other's results: one at a time. */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { InputError } from '../input-error.ts';

/** When a process started, in a form that no later process with the same id shares. */
function startOf(pid: number): string | null {
  try {
    // After the name in brackets: the state, and as the twentieth field the start in ticks since the boot (proc_pid_stat(5)).
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return 'ZX'.includes(fields[0] ?? 'X') ? null : `${boot}/${fields[19]}`;
  } catch {
    return null;
  }
}

const isThere = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/**
 * Whether the process that wrote this still runs. Ids are used again, so where there is a /proc the start is compared
 * too.
 */
function isAlive(pid: number, start: string | undefined): boolean {
  if (!isThere(pid)) return false;
  if (startOf(process.pid) === null) return true; // No /proc.
  const now = startOf(pid);
  return now !== null && (start === undefined || start === now);
}

/** `owner` is null where the file does not say whose it is; the lock then counts as held. */
type Lock = { release: () => void } | { owner: number | null; file: string };

/**
 * Puts the text in place whole or not at all, so that a lock always names its owner.
 * @returns false where there is a file already
 */
function place(file: string, text: string): boolean {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, text);
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Removes a dead owner's lock, unless another process was quicker and now owns it. */
function removeDead(file: string, text: string): void {
  const aside = `${file}.dead.${process.pid}`;
  try {
    renameSync(file, aside);
    if (readFileSync(aside, 'utf8') !== text) linkSync(aside, file);
  } catch {
    // Another process removed it.
  }
  rmSync(aside, { force: true });
}

/**
 * Takes the lock of a results file, or says who holds it; a dead owner's is taken over.
 * @throws the system's error where the folder can't be written
 */
export function takeLock(path: string): Lock {
  const file = `${path}.lock`;
  mkdirSync(dirname(file), { recursive: true });
  const own = `${process.pid} ${startOf(process.pid) ?? ''}`.trim();
  const release = () => rmSync(file, { force: true });
  for (;;) {
    if (place(file, own)) return { release };
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue; // It was released just now.
      return { owner: null, file };
    }
    const [pid = '', start] = text.trim().split(' ');
    if (!/^\d+$/.test(pid)) return { owner: null, file };
    if (text !== own && isAlive(Number(pid), start)) return { owner: Number(pid), file };
    removeDead(file, text);
  }
}

/**
 * @returns a function that gives the lock back
 * @throws InputError when another process holds it, or where the results can't be written
 */
export function lockResults(path: string): () => void {
  let lock: Lock;
  try {
    lock = takeLock(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(
      `${dirname(path)}: expected a folder for results that can be written, found: ${reason}. ` +
        'Nothing was measured. Make it writable, or name another with RESULTS_FOLDER.',
    );
  }
  if ('release' in lock) return lock.release;
  const owner = lock.owner === null ? `${lock.file} does not say which process` : `process ${lock.owner}`;
  throw new InputError(
    `Another measuring is running (${owner}). Wait for it, or end it, and start again; if none is running, delete ${lock.file}.`,
  );
}
