import { describe, expect, it } from 'vitest';
import { hasProgram, installed, runProgram } from './run-program.ts';

const PROGRAMS: [variant: string, program: string, ...args: string[]][] = [
  ['thread', 'thread'],
  ['process', 'process'],
  ['process.fork', 'process', 'fork'],
  ['process.spawn', 'process', 'spawn'],
  ['process.forkserver', 'process', 'forkserver'],
  ['process.advanced', 'process', 'advanced'],
  ['process.cluster', 'process.cluster'],
  ['process.posix-spawn', 'process.posix-spawn'],
];
const LANGUAGE: Record<string, string> = { fork: 'python', spawn: 'python', forkserver: 'python', advanced: 'node' };

describe.concurrent.each(
  installed('node', 'cpython', 'cpython-ft', 'c').map((runtime) => [runtime.info.id, runtime] as const),
)('start-up in %s', (_, runtime) => {
  const programs = PROGRAMS.filter(
    ([, program, method]) =>
      hasProgram('start-up', runtime, program) && (!method || LANGUAGE[method] === runtime.info.language),
  );

  it.each(programs)('%s: the worker answered before it was gone', async (_, program, ...method) => {
    const { values, problems, code } = await runProgram('start-up', runtime, program, ['0', '1', ...method]);
    expect(problems).toEqual([]);
    expect(code).toBe(0);
    expect(values['result']).toBe(499_500);
    expect(values['ready']).toBeGreaterThan(0);
    expect(values['first-ready']).toBeGreaterThan(0);
    expect(values['joined']).toBeGreaterThanOrEqual(values['ready'] ?? Number.NaN);
  });

  it.each(programs)('%s: the memory of the parent is really there', async (_, program, ...method) => {
    const { values } = await runProgram('start-up', runtime, program, ['128', '1', ...method]);
    expect(values['resident']).toBeGreaterThanOrEqual(128);
  });
});

describe.concurrent.each(
  installed('cpython')
    .filter(({ abilities }) => abilities?.includes('sub-interpreters'))
    .map((runtime) => [runtime.info.id, runtime] as const),
)('start-up of sub-interpreters in %s', (_, runtime) => {
  it('interpreter: the worker answered before it was gone', async () => {
    const { values } = await runProgram('start-up', runtime, 'interpreter', ['0', '1']);
    expect(values['result']).toBe(499_500);
    expect(values['joined']).toBeGreaterThanOrEqual(values['ready'] ?? Number.NaN);
  });
});
