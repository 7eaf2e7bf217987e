/** TypeScript to JavaScript that reads as if it had been written so: where a type stood, there is no gap and no empty line. */
import { blankTypes } from '../site/blank-types.ts';

const DECLARATION = /^(?:export )?(?:interface|type) /;
const COMMENT = /^\s*(?:\/\/|\/\*\*|\*)/;

/**
 * One line that a type was taken out of.
 *
 * @param typed as written
 * @param blank the same, with a blank for each character of a type
 */
function closeGaps(typed: string, blank: string): string {
  let closed = '';
  for (let at = 0; at < blank.length;) {
    if (blank[at] !== ' ' || typed[at] === ' ') {
      closed += blank[at++];
      continue;
    }
    while (blank[at] === ' ') at++;
    const next = blank[at] ?? '';
    const spaced = typed[at - 1] === ' ';
    if (next === '' || ('),;].}'.includes(next) && !(next === '}' && spaced))) closed = closed.trimEnd();
    else if (spaced && !closed.endsWith(' ')) closed += ' ';
  }
  return typed === blank ? closed : closed.replace(/, }/g, ' }');
}

/**
 * @param source erasable TypeScript
 * @returns its statements, without the types and without the gaps and blank lines that those would leave behind
 */
export function takeOutTypes(source: string): string {
  const typed = source.split('\n');
  const lines: string[] = [];
  for (const [at, blank] of blankTypes(source).split('\n').entries()) {
    const line = typed[at] ?? '';
    if (blank.trim() !== '' || line.trim() === '') {
      lines.push(closeGaps(line, blank));
      continue;
    }
    // What a comment right above a declaration said went with it.
    if (DECLARATION.test(line)) while (COMMENT.test(lines.at(-1) ?? '')) lines.pop();
  }
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+/, '');
}
