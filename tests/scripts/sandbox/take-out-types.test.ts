import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import blankTypes from 'ts-blank-space';
import { describe, expect, test } from 'vitest';
import { takeOutTypes } from '../../../scripts/sandbox/take-out-types.ts';

test.each([
  ['const total: number = 1;', 'const total = 1;'],
  ['function add(a: number, b?: number): number {\n}', 'function add(a, b) {\n}'],
  ['const [one, two] = pair as [Worker, Worker];', 'const [one, two] = pair;'],
  ['serve(workerData as Bank);', 'serve(workerData);'],
  ['const names = new Map<string, number>();', 'const names = new Map();'],
  ["import { type Bank, open } from './a';", "import { open } from './a';"],
  ["import { open, type Bank } from './a';", "import { open } from './a';"],
  ['let code: number | undefined;', 'let code;'],
  ['const one = { a: first as string };', 'const one = { a: first };'],
  [`const text = \`\${count as number}\`;`, `const text = \`\${count}\`;`],
  ['child!.kill();', 'child.kill();'],
  ["import type { Bank } from './a';\nopen();", 'open();'],
  ['a();\n\n/** Of both. */\nexport interface Bank {\n  /** ms */\n  told: number;\n}\n\nb();', 'a();\n\nb();'],
  ["print('two  spaces');", "print('two  spaces');"],
])('%s', (typed, plain) => {
  expect(takeOutTypes(typed)).toBe(plain);
});

const root = join(import.meta.dirname, '../../../scripts/experiments');
const programs = globSync('*/node/**/*.ts', { cwd: root }).sort();
const solid = (text: string): string => text.replace(/\s+/g, '').replaceAll(',}', '}');
/** Code with a gap in it: two spaces that are not the beginning of a line. */
const gaps = (text: string): string[] => text.split('\n').filter((line) => /\S {2,}\S/.test(line));

describe.each(programs)('%s', (file) => {
  const typed = readFileSync(join(root, file), 'utf8');
  const plain = takeOutTypes(typed);

  test('loses its types and comments about them, and nothing else', () => {
    // A line that holds a semicolon only ends a declaration that was a type.
    const uncommented = (text: string): string =>
      solid(text.replace(/^\s*(?:\/\*\*|\*|\/\/).*$/gm, '').replace(/^\s*;\s*$/gm, ''));
    expect(uncommented(plain)).toBe(uncommented(blankTypes(typed)));
  });

  test('has no gap that its author did not make, and no two blank lines', () => {
    expect(gaps(plain).filter((line) => !gaps(typed).includes(line))).toEqual([]);
    expect(plain).not.toMatch(/\n\n\n|^\n/);
  });
});
