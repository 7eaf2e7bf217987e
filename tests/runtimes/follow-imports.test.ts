import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownNode } from '../../scripts/runtimes/node.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imports-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): string {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}
const names = (files: string[]) => files.map((file) => relative(folder, file));

describe('what a Node.js program imports', () => {
  it('is followed through imports, workers and forks, round in circles too', async () => {
    write('_kernel.ts', "import './_deeper/inner.ts';\nimport './program.ts';");
    write('_deeper/inner.ts', "import { readFileSync } from 'node:fs';");
    write('_worker.mjs', '');
    const program = write(
      'program.ts',
      "import { work } from './_kernel.ts';\nnew Worker(new URL('./_worker.mjs', import.meta.url));\nimport './not-there.ts';",
    );
    expect(names(await ownNode.imports(program))).toEqual(['_deeper/inner.ts', '_kernel.ts', '_worker.mjs']);
  });
});
