/** TypeScript to JavaScript that any Node.js runs: types become blanks, so that every line stays where it was. */
import blankTypes from 'ts-blank-space';
import { plainPaths } from './plain-names.ts';

/**
 * @param source erasable TypeScript
 * @returns the same lines without types, importing its neighbours under their new names
 */
export function plainJavaScript(source: string): string {
  return plainPaths(blankTypes(source)).replace(/[ \t]+$/gm, '');
}
