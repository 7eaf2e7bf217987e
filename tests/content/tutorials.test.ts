/** Every program that a tutorial or a guide shows whole runs, and prints what the page says it prints. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CodeBlock, codeBlocksOf, type Page, readPages } from './pages.ts';

const pythonIsHere = spawnSync('python3', ['--version']).status === 0;

const COMMANDS: Readonly<Record<string, string>> = { '.mjs': process.execPath, '.py': 'python3' };

/** A program a page shows, and the outputs it promises before the next program. */
interface Shown {
  program: CodeBlock;
  outputs: CodeBlock[];
}

function shownOn(page: Page): Shown[] {
  const shown: Shown[] = [];
  for (const block of codeBlocksOf(page)) {
    if (/\.(mjs|py)$/.test(block.title)) shown.push({ program: block, outputs: [] });
    else if (block.title.startsWith('what you should see')) shown.at(-1)?.outputs.push(block);
  }
  return shown;
}

/** Unbuffered, Python would write a line's end apart from the line, and two processes would mix theirs. */
const env = { ...process.env, PYTHONUNBUFFERED: '' };

/** Standard output, whatever the program's end: some are meant to crash. */
function run(folder: string, file: string, args: string[]): Promise<string[]> {
  const command = COMMANDS[file.slice(file.lastIndexOf('.'))] ?? process.execPath;
  return new Promise((resolve, reject) => {
    execFile(command, [file, ...args], { cwd: folder, timeout: 30_000, env }, (error, stdout) => {
      if (error && 'code' in error && error.code === 'ENOENT') reject(error);
      else resolve(linesOf(stdout));
    });
  });
}

/** Lines in any order, with every number that changes from run to run reduced to the page's sign for it. */
function linesOf(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.trimEnd())
    .sort();
}

/** A line of a page as a pattern: `…` stands for a number. */
function patternOf(line: string): RegExp {
  return new RegExp(
    `^${line
      .split('…')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('\\d+')}$`,
  );
}

const pages = readPages().filter((page) => shownOn(page).length > 0);
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tutorials-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('finds the programs of the three tutorials', () => {
  expect(pages.filter(({ file }) => file.startsWith('start/'))).toHaveLength(3);
});

describe.each(pages)('$file', (page) => {
  for (const { program, outputs } of shownOn(page)) {
    const runnable = pythonIsHere || !program.title.endsWith('.py');
    it.skipIf(!runnable).for(outputs.length > 0 ? outputs : [undefined])(
      `${program.title} prints what the page shows`,
      { timeout: 60_000 },
      async (output) => {
        await writeFile(join(folder, program.title), program.text);
        const fault = output?.title.split(': ')[1];
        const lines = await run(folder, program.title, fault ? [fault] : []);
        expect(lines).not.toEqual([]);
        const expected = linesOf(output?.text ?? '');
        const missing = expected.filter((line) => !lines.some((found) => patternOf(line).test(found)));
        expect(missing).toEqual([]);
        if (output && !output.title.includes('at the end')) expect(lines).toHaveLength(expected.length);
      },
    );
  }
});
