/** TypeScript to JavaScript that any Node.js runs: types become blanks, so that every line stays where it was. */
import blankTypes from 'ts-blank-space';

/** `thread.ts` → `thread.mjs`; other files keep their names. */
export function plainName(file: string): string {
  return file.replace(/\.ts$/, '.mjs');
}

/** Quoted relative paths to TypeScript, as `plainName` calls the files. */
export const plainPaths = (source: string): string => source.replace(/(['"])(\.{1,2}\/[^'"\n]+)\.ts\1/g, '$1$2.mjs$1');

/**
 * @param source erasable TypeScript
 * @returns the same lines without types, importing its neighbours under their new names
 */
export function plainJavaScript(source: string): string {
  return plainPaths(blankTypes(source)).replace(/[ \t]+$/gm, '');
}
