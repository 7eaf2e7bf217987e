import { readFileSync } from 'node:fs';

/**
 * Text of one of the system's files, null if it does not exist: every caller has a substitute or says "unavailable".
 */
export type ReadText = (path: string) => string | null;

export const readText: ReadText = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};
