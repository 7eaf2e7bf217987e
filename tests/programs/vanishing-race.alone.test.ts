import { describe, expect, it } from 'vitest';
import { untilSeen } from './by-chance.ts';
import { everyCPython, type Run, runProgram } from './run-program.ts';

const TIMES = 300_000;

describe.each(everyCPython().map((runtime) => [runtime.info.id, runtime] as const))(
  'the vanishing race in %s',
  (_, runtime) => {
    const run = async (program: string): Promise<Run> => {
      const found = await runProgram('vanishing-race', runtime, program, [String(TIMES)]);
      expect(found.problems).toEqual([]);
      expect((found.values['total'] ?? 0) + (found.values['lost'] ?? 0)).toBe(2 * TIMES);
      return found;
    };

    const lost = ({ values }: Run): number => values['lost'] ?? 0;
    const losesInTheEnd = async (program: string): Promise<boolean> =>
      lost(
        await untilSeen(
          () => run(program),
          (seen) => lost(seen) > 0,
        ),
      ) > 0;

    it('c = add_one(c) can lose: there is a race to see', async () => {
      expect(await losesInTheEnd('thread.called')).toBe(true);
    });

    it('a lock loses nothing', async () => {
      expect((await run('thread.locked')).values).toMatchObject({ lost: 0, total: 2 * TIMES });
    });

    const { version } = runtime.info;
    const openlyRaces = Number(version.split('.')[1]) <= 9 || runtime.info.id === 'cpython-ft';
    it.runIf(openlyRaces)(`c += 1 can lose openly in ${version}`, async () => {
      expect(await losesInTheEnd('thread')).toBe(true);
    });

    it.runIf(!openlyRaces)('c += 1 is counted like the others, whatever it loses', async () => {
      expect((await run('thread')).code).toBe(0);
    });
  },
);
