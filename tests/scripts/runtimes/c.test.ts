import { rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import c from '../../../scripts/runtimes/c.ts';
import { findOnPath } from '../../../scripts/runtimes/find-on-path.ts';
import { scratchFolder } from './scratch-folder.ts';

const { path, write, names } = scratchFolder('c-test-');

describe.runIf(findOnPath('cc'))('C', () => {
  const installed = async () => {
    const [installation] = (await c.find()).found;
    if (!installation?.prepare) throw new Error('expected a C compiler');
    return { ...installation, prepare: installation.prepare };
  };

  it('follows its own headers, not the system’s', async () => {
    write('_faults.h', '#include "_more.h"\n#include <stdio.h>\n');
    write('_more.h', '#define ANSWER 42\n');
    const program = write('program.c', '#include "_faults.h"\nint main(void) { return ANSWER - 42; }\n');
    expect(names(await (await installed()).imports(program))).toEqual(['_faults.h', '_more.h']);
  });

  it('compiles again only when the text, or a header’s, changes', async () => {
    const { prepare } = await installed();
    const stamp = `/* ${path()} */`;
    const header = write('_n.h', `#define N 0 ${stamp}\n`);
    const program = write('program.c', '#include "_n.h"\nint main(void) { return N; }\n');
    const first = await prepare(program);
    expect(await prepare(program)).toBe(first);
    writeFileSync(header, `#define N 1 ${stamp}\n`);
    const second = await prepare(program);
    expect(second).not.toBe(first);
    for (const executable of [first, second]) rmSync(executable);
  });

  it('gives the compiler’s own words when a program does not compile', async () => {
    const program = write('program.c', 'int main(void) { return nothing; }\n');
    await expect((await installed()).prepare(program)).rejects.toThrow(/program\.c does not compile: .*nothing/s);
  });
});
