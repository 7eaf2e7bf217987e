import { describe, expect, it } from 'vitest';
import { ownNode } from '../../../scripts/runtimes/node.ts';
import { scratchFolder } from './scratch-folder.ts';

const { write, names } = scratchFolder('imports-test-');

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
