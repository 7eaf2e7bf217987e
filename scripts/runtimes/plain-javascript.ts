/** TypeScript to JavaScript that any Node.js since 18 runs: types become blanks, so that every line stays where it was. */
import blankTypes from 'ts-blank-space';

/** `thread.ts` → `thread.mjs`; other files keep their names. */
export function plainName(file: string): string {
  return file.replace(/\.ts$/, '.mjs');
}

/**
 * @param source erasable TypeScript
 * @returns the same lines without types, importing its neighbours under their new names
 */
export function plainJavaScript(source: string): string {
  return blankTypes(source)
    .replace(/(['"])(\.{1,2}\/[^'"\n]+)\.ts\1/g, '$1$2.mjs$1')
    .replace(/[ \t]+$/gm, '');
}
