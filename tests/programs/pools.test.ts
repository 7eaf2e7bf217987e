import { availableParallelism } from 'node:os';
import { describe, expect, it } from 'vitest';
import { hasProgram, installed, runProgram } from './run-program.ts';
import { slicesOf, unitsOf } from './slices.ts';

const POOLS = ['sequential', 'thread', 'process', 'process.shared-memory', 'interpreter'];
const PER_TASK = ['thread.per-task', 'process.per-task'];
const TASKS = 7;
const MICROSECONDS = '100';
const runtimes = installed('node', 'cpython', 'cpython-ft', 'cpython-gil', 'c');

/** The sequence, in big integers: slow, and beyond doubt. */
function result(steps: number): string {
  let number = 1n;
  for (let step = 0; step < steps; step++) number = (number * 1103515245n + 12345n) % 2n ** 31n;
  return String(number);
}
const expected: Record<string, string> = { node: result(60_000), python: result(1000), c: result(60_000) };

describe.concurrent.each(runtimes.map((runtime) => [runtime.info.id, runtime] as const))(
  'pools in %s',
  (_, runtime) => {
    const programs = [...POOLS, ...PER_TASK].filter(
      (program) =>
        hasProgram('pools', runtime, program) &&
        (program !== 'interpreter' || runtime.abilities?.includes('sub-interpreters') === true),
    );
    const run = (program: string, ...more: string[]) =>
      runProgram('pools', runtime, program, [String(TASKS), MICROSECONDS, ...more]);

    it.each(programs)('%s does each task once, with the same result', async (program) => {
      const { values, problems, stdout, stderr, code } = await run(program);
      expect(stderr).toBe('');
      expect(problems).toEqual([]);
      expect(code).toBe(0);
      expect(stdout).toMatch(
        new RegExp(`^${TASKS} tasks, each with the result \\{?${expected[runtime.info.language]}\\}?$`, 'm'),
      );
      expect(slicesOf(stdout)).toHaveLength(TASKS);
      expect(values['per-task']).toBeCloseTo(((values.wall ?? Number.NaN) * 1000) / TASKS, 0);
      expect(values.tasks).toBe(TASKS);
      expect(values.overhead).toBeLessThanOrEqual(Number(values['per-task']) * Math.max(1, availableParallelism()));
      expect(values['wall-with-start']).toBeGreaterThanOrEqual(values.wall ?? Number.NaN);
    });

    it.each(programs.filter((program) => PER_TASK.includes(program)))(
      '%s starts a worker for each',
      async (program) => {
        expect(unitsOf(slicesOf((await run(program)).stdout))).toHaveLength(TASKS);
      },
    );

    it.runIf(runtime.info.language === 'python')('chunks leave no task out', async () => {
      const { stdout } = await run('process', '3');
      expect(stdout).toMatch(new RegExp(`^${TASKS} tasks, each with the result \\{${expected.python}\\}$`, 'm'));
      expect(slicesOf(stdout)).toHaveLength(TASKS);
    });
  },
);
