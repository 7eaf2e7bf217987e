/** How the JavaScript of a TypeScript program is called, and its neighbours in what it imports. */

/** `thread.ts` → `thread.mjs`; other files keep their names. */
export function plainName(file: string): string {
  return file.replace(/\.ts$/, '.mjs');
}

/** Quoted relative paths to TypeScript, as `plainName` calls the files. */
export const plainPaths = (source: string): string => source.replace(/(['"])(\.{1,2}\/[^'"\n]+)\.ts\1/g, '$1$2.mjs$1');
