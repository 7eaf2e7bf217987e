import { availableParallelism } from 'node:os';
import { describe, expect, it } from 'vitest';
import { untilSeen } from './by-chance.ts';
import { everyCPython, hasProgram, installed, runProgram } from './run-program.ts';

const runtimes = installed('node', 'cpython', 'cpython-ft', 'c').map((runtime) => [runtime.info.id, runtime] as const);

describe.each(runtimes)('races in %s', (id, runtime) => {
  const families = ['thread', 'process'].filter((family) => hasProgram('races', runtime, family));
  const run = (program: string, ...args: string[]) => runProgram('races', runtime, program, args);

  /**
   * More than the default: on a busy machine two units seldom run at the same moment. Threads under the GIL change places
   * every 5 ms only, and a fast core makes 100,000 additions in less.
   */
  const enough = (family: string) =>
    runtime.info.language !== 'python' ? '3000000' : family === 'thread' ? '1000000' : '100000';

  /** `plain` shows nothing under the GIL since 3.10; only there may it come out right. */
  const canLose = families.flatMap((family) =>
    (id === 'cpython' && family === 'thread' ? ['called'] : ['plain', 'called']).map((form) => [family, form] as const),
  );

  it.skipIf(availableParallelism() < 2).each(canLose)(
    '%s %s loses counts and gives several totals',
    async (family, form) => {
      const { values, problems, code } = await untilSeen(
        () => run(family, '20', form, enough(family)),
        ({ values }) => (values['lost'] ?? 0) > 0 && (values['outcomes'] ?? 0) > 1,
      );
      expect({ problems, code }).toEqual({ problems: [], code: 0 });
      expect(values['lost']).toBeGreaterThan(0);
      expect(values['outcomes']).toBeGreaterThan(1);
    },
  );

  it('processes that send messages lose none, whatever is counted', async () => {
    const { values, stdout } = await run('process.messages', '3', '2500');
    expect(stdout).toContain('counted 5000 of 5000');
    expect(values).toEqual({ additions: 15_000, lost: 0, outcomes: 1 });
  });

  const safe = runtime.info.language === 'python' ? ['locked'] : ['atomic', 'locked'];
  it.each(families.flatMap((family) => safe.map((form) => [family, form] as const)))(
    '%s %s loses none',
    async (family, form) => {
      const { values, stdout } = await run(family, '5', form, '2000');
      expect(stdout).toContain('counted 4000 of 4000');
      expect(values).toEqual({ additions: 20_000, lost: 0, outcomes: 1 });
    },
  );

  it.skipIf(availableParallelism() < 2).each(families)(
    '%s: opposite order of locks comes to a standstill',
    async (family) => {
      const { values, problems } = await untilSeen(
        () => run(`${family}.deadlock`, '10', 'opposite', '50000'),
        ({ values }) => (values['deadlocked'] ?? 0) > 0,
      );
      expect(problems).toEqual([]);
      expect(values['deadlocked']).toBeGreaterThan(0);
    },
  );

  it.each(families)('%s: the same order of locks never does', async (family) => {
    const { values } = await run(`${family}.deadlock`, '10', 'same', '2000');
    expect(values).toEqual({ runs: 10, deadlocked: 0 });
  });
});

describe.each(everyCPython().map((runtime) => [runtime.info.id, runtime] as const))('races in %s', (_, runtime) => {
  it('threads that hold a lock lose none', async () => {
    const { values } = await runProgram('races', runtime, 'thread', ['3', 'locked', '2000']);
    expect(values).toEqual({ additions: 12_000, lost: 0, outcomes: 1 });
  });
});
