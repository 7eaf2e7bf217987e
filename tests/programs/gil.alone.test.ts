import { availableParallelism } from 'node:os';
import { describe, expect, it } from 'vitest';
import type { Installation } from '../../scripts/runtimes/runtime.ts';
import { untilSeen } from './by-chance.ts';
import { canPin, onOneCore, onTwoCores } from './pinned.ts';
import { hasProgram, installed, type Run, runProgram } from './run-program.ts';
import { slicesOf, someOverlap, unitsOf } from './slices.ts';

const PURE = ['sequential', 'thread', 'process', 'interpreter'];
const FAMILIES = ['sequential', 'thread', 'process'];
/** Work that lets go of the lock: its name as an argument, what it does to blocks, and enough blocks for many turns. */
const RELEASED = [
  { work: 'hashing', verb: 'hashed', enough: '300' },
  { work: 'compression', verb: 'compressed', enough: '500' },
];
/** The arguments of a program that counts primes: only Python's do other work too. */
const counting = ({ info }: Installation, units: string, limit: string) =>
  info.language === 'python' ? [units, 'primes', limit] : [units, limit];
const WITH_GIL = ['cpython', 'cpython-gil'];
/** Enough work for many turns on a core, and for the scheduler to spread it. */
const ENOUGH: Record<string, string> = { node: '1000000', python: '60000', c: '3000000' };

const programsOf = (runtime: Installation, programs: string[]) =>
  programs.filter(
    (program) =>
      hasProgram('gil', runtime, program) &&
      (program !== 'interpreter' || runtime.abilities?.includes('sub-interpreters') === true),
  );
/** Whether two units ever ran at one instant: on a busy machine it may take several runs, even with a core for each. */
async function everOverlaps(runtime: Installation, program: string, args: string[]) {
  const overlaps = ({ stdout }: Run) => someOverlap(slicesOf(stdout));
  return overlaps(await untilSeen(() => runProgram('gil', onTwoCores(runtime), program, args), overlaps, 8));
}

const byName = (runtimes: Installation[]) => runtimes.map((runtime) => [runtime.info.id, runtime] as const);
const runtimes = installed('node', 'cpython', 'cpython-ft', 'cpython-gil', 'c');

describe.each(byName(runtimes))('gil in %s', (_, runtime) => {
  it.each(programsOf(runtime, PURE))('%s counts every prime once, however many share them', async (program) => {
    for (const units of ['1', '2', '3']) {
      const { values, problems, stdout, code } = await runProgram(
        'gil',
        runtime,
        program,
        counting(runtime, units, '10007'),
      );
      expect(problems).toEqual([]);
      expect(code).toBe(0);
      expect(values.primes).toBe(1229);
      expect(stdout).toMatch(/^1229 primes/m); // below 10,007, which is the 1230th
      expect(values['wall-with-start']).toBeGreaterThanOrEqual(values.wall ?? Number.NaN);
      expect(unitsOf(slicesOf(stdout))).toHaveLength(program === 'sequential' ? 1 : Number(units));
    }
  });

  it.runIf(availableParallelism() > 1)('processes run at the same time', async () => {
    expect(await everOverlaps(runtime, 'process', counting(runtime, '2', ENOUGH[runtime.info.language] ?? ''))).toBe(
      true,
    );
  });

  it.runIf(canPin)('on one core, processes take turns', async () => {
    const args = counting(runtime, '2', ENOUGH[runtime.info.language] ?? '');
    const { values } = await runProgram('gil', onOneCore(runtime), 'process', args);
    expect(values['running-at-once']).toBeLessThan(1.5);
  });
});

const pythons = runtimes.filter(({ info }) => info.language === 'python');

describe.each(byName(pythons))('the lock in %s', (id, runtime) => {
  it('holds threads of pure Python back exactly where it is on', async () => {
    const { values } = await runProgram('gil', runtime, 'thread', ['2', 'primes', '40000']);
    expect(values['gil-enabled']).toBe(WITH_GIL.includes(id) ? 1 : 0);
    if (values['gil-enabled'] === 1) expect(values['running-at-once']).toBeLessThan(1.1);
    else if (availableParallelism() > 1)
      expect(await everOverlaps(runtime, 'thread', ['2', 'primes', '60000'])).toBe(true);
  });

  it.each(RELEASED)('the same blocks are $verb in every variant', async ({ work, verb }) => {
    const runs = await Promise.all(FAMILIES.map((family) => runProgram('gil', runtime, family, ['2', work, '10'])));
    expect(runs.map(({ code, problems }) => [code, problems])).toEqual(FAMILIES.map(() => [0, []]));
    const totals = runs.map(({ stdout }) => /^10 blocks (\w+), .*\d.*$/m.exec(stdout));
    expect(totals.map((total) => total?.[1])).toEqual(FAMILIES.map(() => verb));
    expect(new Set(totals.map((total) => total?.[0])).size).toBe(1);
  });

  it.runIf(availableParallelism() > 1).each(RELEASED)(
    'does not hold back threads in which blocks are $verb',
    async ({ work, enough }) => {
      expect(await everOverlaps(runtime, 'thread', ['2', work, enough])).toBe(true);
    },
  );
});
