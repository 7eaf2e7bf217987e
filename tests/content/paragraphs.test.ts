/** A component alone on a line ends the paragraph around it: MDX takes it for a block, and the sentence falls apart. */
import { expect, it } from 'vitest';
import { readPages } from './pages.ts';

const alone = /^\s*(?:<[A-Z][^<>]*\/>\s*)+$/;
const isText = (line: string | undefined) => /^\s*[^\s<#>|]/.test(line ?? '');

it.each(readPages())('$file has no sentence with a component alone on a line', ({ body }) => {
  const lines = body.replace(/^```.*?^```$/gms, (block) => block.replace(/[^\n]/g, '')).split('\n');
  const torn = lines.filter(
    (line, index) => alone.test(line) && (isText(lines[index - 1]) || isText(lines[index + 1])),
  );
  expect(torn).toEqual([]);
});
