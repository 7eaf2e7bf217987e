import { describe, expect, it } from 'vitest';
import { installed, runProgram } from './run-program.ts';

const runtimes = installed('node', 'cpython', 'cpython-ft', 'c');

describe.each(runtimes.map((runtime) => [runtime.info.id, runtime] as const))('anatomy in %s', (_, runtime) => {
  it('threads: one program, one process, two threads of the operating system, and the write is seen', async () => {
    const { values, problems, code } = await runProgram('anatomy', runtime, 'thread', []);
    expect(problems).toEqual([]);
    expect(code).toBe(0);
    expect(values).toMatchObject({ programs: 1, pids: 1, threads: 2, seen: 1 });
    // A JavaScript worker has a heap of its own: only a SharedArrayBuffer is common.
    if (runtime.info.language === 'node') expect(values).toMatchObject({ 'seen-plain': 0 });
  });

  it('processes: the file is the same before, while and after it runs twice, and nobody else runs it', async () => {
    const { values } = await runProgram('anatomy', runtime, 'process', []);
    expect(values).toMatchObject({ hashes: 1, 'at-rest': 0, 'at-work': 2 });
  });

  it('processes: one program, two processes, and the write is not seen', async () => {
    const { values, problems, code } = await runProgram('anatomy', runtime, 'process', []);
    expect(problems).toEqual([]);
    expect(code).toBe(0);
    expect(values).toMatchObject({ programs: 1, pids: 2, threads: 2, seen: 0 });
  });

  const interpreters = runtime.abilities?.includes('sub-interpreters') === true;

  it.runIf(interpreters)('interpreters: one process, two threads, and the write is not seen', async () => {
    const { values, problems } = await runProgram('anatomy', runtime, 'interpreter', []);
    expect(problems).toEqual([]);
    expect(values).toEqual({ programs: 1, pids: 1, threads: 2, written: 1, seen: 0 });
  });

  const programs = ['thread', 'process', ...(interpreters ? ['interpreter'] : [])];

  it.each(programs)('%s: the writer really wrote, and the reader waited until it had', async (program) => {
    const { stdout } = await runProgram('anatomy', runtime, program, []);
    expect(stdout).toContain("the writer wrote 'written'");
    expect(stdout).toMatch(/^slice writer run /m);
    expect(stdout).toMatch(/^slice reader wait .*\nslice reader run /m);
  });
});
