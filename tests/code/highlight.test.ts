import { expect, test } from 'vitest';
import { highlightLines, joinTokens } from '../../src/code/highlight.ts';

test('neighbours of one role are one token, and blanks go with what stands before them', () => {
  const tokens = [
    { text: "'", role: 'string' },
    { text: "two words'", role: 'string' },
    { text: ' ', role: '' },
    { text: '+', role: 'keyword' },
  ];
  expect(joinTokens(tokens)).toEqual([
    { text: "'two words' ", role: 'string' },
    { text: '+', role: 'keyword' },
  ]);
});

test('a program keeps every character, and only what has a colour has a role', async () => {
  const program = "import os\n\n# a comment\nprint(f'{os.getpid()} is here')";
  const lines = await highlightLines(program, 'python');
  expect(lines.map((line) => line.map(({ text }) => text).join('')).join('\n')).toBe(program);
  expect(lines[2]).toEqual([{ text: '# a comment', role: 'comment' }]);
  expect(lines[0]?.map(({ role }) => role)).toEqual(['keyword', '']);
});
