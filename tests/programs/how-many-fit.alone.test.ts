/** Alone: a page of the interpreter that another program shares meanwhile counts less, and ten threads take little more. */
import { describe, expect, it } from 'vitest';
import { installed, runProgram } from './run-program.ts';

const runtimes = installed('node', 'cpython', 'c').map((runtime) => [runtime.info.id, runtime] as const);

describe.each(runtimes)('how many fit in %s', (_, runtime) => {
  it.each(['thread', 'process'])('%s: ten are there at once, and each takes memory', async (program) => {
    const { values, problems, code } = await runProgram('how-many-fit', runtime, program, ['10']);
    expect({ problems, code }).toEqual({ problems: [], code: 0 });
    expect(values['fit']).toBe(10);
    expect(values['user-per-unit']).toBeGreaterThan(0);
    expect(values['kernel-per-unit']).toBeGreaterThan(0);
  });
});
