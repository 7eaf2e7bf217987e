import { describe, expect, it } from 'vitest';
import { hasProgram, installed, runProgram } from './run-program.ts';

const PROGRAMS = ['thread', 'process', 'process.fork', 'process.posix-spawn'];

describe.concurrent.each(
  installed('node', 'cpython', 'cpython-ft', 'c').map((runtime) => [runtime.info.id, runtime] as const),
)('spawn-pause in %s', (_, runtime) => {
  const programs = PROGRAMS.filter((program) => hasProgram('spawn-pause', runtime, program));

  it.each(programs)('%s: the loop turned while workers started and ended', async (program) => {
    const { values, problems, stderr, code } = await runProgram('spawn-pause', runtime, program, ['64', '2']);
    expect({ problems, stderr, code }).toEqual({ problems: [], stderr: '', code: 0 });
    expect(values['result']).toBe(2);
    expect(values['resident']).toBeGreaterThanOrEqual(64);
    expect(values['call']).toBeGreaterThan(0);
    // The call lies between two turns.
    expect(values['silence']).toBeGreaterThan(0);
  });
});
