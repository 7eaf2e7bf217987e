import { describe, expect, it } from 'vitest';
import { installed, runProgram } from './run-program.ts';

const runtimes = installed('node', 'cpython', 'c').map((runtime) => [runtime.info.id, runtime] as const);

/** KiB: each of five workers takes 64 MiB. */
const ONE = 64 * 1024;

describe.each(runtimes)('after the end in %s', (id, runtime) => {
  const measured = async (program: string, way: string): Promise<{ held: number; left: number }> => {
    const { values, problems, code } = await runProgram('after-the-end', runtime, program, [way]);
    expect({ problems, code }).toEqual({ problems: [], code: 0 });
    return { held: values['held'] ?? Number.NaN, left: values['left'] ?? Number.NaN };
  };

  it.each(['large', 'small'])('a process really takes its memory, and gives it back: %s', async (way) => {
    const { held, left } = await measured('process', way);
    expect(held).toBeGreaterThan(0.9 * ONE);
    expect(left).toBeLessThan(0.5 * ONE);
  });

  it.each(['large', 'small'])('a thread really takes its memory: %s', async (way) => {
    expect((await measured('thread', way)).held).toBeGreaterThan(0.9 * ONE);
  });

  it.runIf(id === 'c')('what a thread never freed stays, once for each of the five', async () => {
    expect((await measured('thread', 'forgotten')).left).toBeGreaterThan(4.5 * ONE);
    expect((await measured('process', 'forgotten')).left).toBeLessThan(0.5 * ONE);
  });
});
