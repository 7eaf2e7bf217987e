/** The small, fixed environment that every program gets, so that no shell setting changes a figure. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A variable in the environment of every process of a session, by which leftover processes are recognised. */
export const MARKER = 'THREAD_OR_PROCESS_RUN';

export interface Environment {
  /** Value of `MARKER`; of fixed length, because the size of the environment moves the stack and with it timings. */
  token: string;
  /** Folder in which each run gets an empty one. */
  scratch: string;
  env(extra: Record<string, string>): Record<string, string>;
}

const KEPT = ['PATH', 'HOME', 'TMPDIR'];

export function createEnvironment(): Environment {
  const token = randomBytes(8).toString('hex');
  const scratch = mkdtempSync(join(tmpdir(), 'thread-or-process-'));
  const kept = Object.fromEntries(KEPT.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
  return {
    token,
    scratch,
    env: (extra) => ({ ...kept, LANG: 'C.UTF-8', NO_COLOR: '1', [MARKER]: token, ...extra }),
  };
}
