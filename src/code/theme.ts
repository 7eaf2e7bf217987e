/** The colours of code: a Shiki theme of variables, and the class that each of its roles has in `programs.css`. */
import { createCssVariablesTheme } from 'shiki';

export const ink = createCssVariablesTheme({ name: 'ink', variablePrefix: '--ink-' });

/** What `programs.css` colours. All else is plain text. */
const coloured = new Set(['comment', 'string', 'string-expression', 'keyword', 'function', 'constant', 'parameter']);

/** @param colour as the theme gives it to a token; @returns one of the roles that have a colour, or nothing */
export function roleOf(colour: string | undefined): string {
  const role = /^var\(--ink-token-([a-z-]+)\)$/.exec(colour ?? '')?.[1] ?? '';
  return coloured.has(role) ? role : '';
}
