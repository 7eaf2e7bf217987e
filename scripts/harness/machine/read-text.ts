import { readFileSync } from 'node:fs';

/** Text of a file of the system, null where there is none: every caller has a substitute or says "unavailable". */
export type ReadText = (path: string) => string | null;

export const readText: ReadText = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};
