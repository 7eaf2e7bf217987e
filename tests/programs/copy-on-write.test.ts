import { describe, expect, it } from 'vitest';
import { installed, runProgram } from './run-program.ts';

const runtimes = installed('cpython', 'c').map((runtime) => [runtime.info.id, runtime] as const);

/** MiB of 256 that count as all, and as next to nothing: what the program itself touches comes on top. */
const ALL = 250;
const NOTHING = 16;

describe.each(runtimes)('copy-on-write in %s', (id, runtime) => {
  const copied = async (program: string, ...args: string[]): Promise<number> => {
    const { values, problems, code } = await runProgram('copy-on-write', runtime, program, args);
    expect({ problems, code }).toEqual({ problems: [], code: 0 });
    return values['copied'] ?? Number.NaN;
  };

  it('a forked process shares what nobody touches, and copies all that it writes to', async () => {
    expect(await copied('process', 'worker', '0')).toBeLessThan(NOTHING);
    expect(await copied('process', 'worker', '100')).toBeGreaterThan(ALL);
  });

  it('what the parent writes to is copied, too', async () => {
    expect(await copied('process', 'parent', '100')).toBeGreaterThan(ALL);
  });

  it('a thread copies nothing', async () => {
    expect(await copied('thread', 'worker', '100')).toBeLessThan(NOTHING);
  });

  it.runIf(id === 'cpython')('reading objects writes to them, reading an array does not', async () => {
    expect(await copied('process', 'read-list')).toBeGreaterThan(NOTHING);
    expect(await copied('process', 'read-array')).toBeLessThan(NOTHING);
  });

  it.runIf(id === 'cpython')('the collector writes to all objects, unless they are frozen', async () => {
    expect(await copied('process', 'collect-list')).toBeGreaterThan(
      2 * (await copied('process', 'collect-list', 'frozen')),
    );
  });
});
