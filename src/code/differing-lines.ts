/** Which lines of two programs are not in both, by Myers' difference (package `diff`); indentation is not a difference. */
import { diffArrays } from 'diff';

/** @returns for each side, one flag a line: true where the other side has no such line in its place */
export function differingLines(left: string, right: string): [left: boolean[], right: boolean[]] {
  const trimmed = (text: string) => text.split('\n').map((line) => line.trim());
  const flags: [boolean[], boolean[]] = [[], []];
  for (const { added, removed, value } of diffArrays(trimmed(left), trimmed(right))) {
    for (const line of value) {
      // A differing blank line is not worth marking.
      if (!added) flags[0].push(removed && line !== '');
      if (!removed) flags[1].push(added && line !== '');
    }
  }
  return flags;
}
