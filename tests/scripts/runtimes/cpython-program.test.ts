import { mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compileAhead, mentionedFiles, pythonImports } from '../../../scripts/runtimes/cpython-program.ts';
import { findOnPath } from '../../../scripts/runtimes/find-on-path.ts';

let folder: string;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'program-')));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const write = async (name: string, text: string): Promise<string> => {
  await writeFile(join(folder, name), text);
  return join(folder, name);
};

test('mentions what is imported in any of the usual ways, and programs and sources in C named by path', () => {
  const source = `import _kernel, os as system  # comment
from _shared.work import blur
def late():
    from ._late import thing
subprocess.run([sys.executable, "_child.py"])
subprocess.run(["cc", "_library.c"])
`;
  expect(mentionedFiles(source, '/x/thread.py')).toEqual([
    '/x/_kernel.py',
    '/x/os.py',
    '/x/_shared/work.py',
    '/x/_late.py',
    '/x/_child.py',
    '/x/_library.c',
  ]);
});

test('follows imports from file to file and leaves the standard library out', async () => {
  const program = await write('thread.py', 'import threading\nfrom _a import f\n');
  const a = await write('_a.py', 'import _b\n');
  const b = await write('_b.py', 'import _a\n');
  expect(await pythonImports(program)).toEqual([a, b]);
});

const python = findOnPath('python3');

test.skipIf(python === null)('compiles the imports ahead and leaves the program where it is', async () => {
  const program = await write('thread.py', 'import _a\n');
  await write('_a.py', 'x = 1\nlibrary = "_library.c"\n');
  await write('_library.c', 'int x;\n');
  expect(await compileAhead(python ?? '', program)).toBe(program);
  expect(await readdir(join(folder, '__pycache__'))).toEqual([expect.stringMatching(/^_a\.cpython-\d+t?\.pyc$/)]);
});

test.skipIf(python === null)("gives the compiler's words for a program that does not compile", async () => {
  const program = await write('thread.py', 'def f(:\n');
  await expect(compileAhead(python ?? '', program)).rejects.toThrow(/thread\.py does not compile: [\s\S]*SyntaxError/);
});
