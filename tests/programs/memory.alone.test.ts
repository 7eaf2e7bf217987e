import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { untilSeen } from './by-chance.ts';
import { hasProgram, installed, type Run, runProgram } from './run-program.ts';

const VARIANTS: [variant: string, program: string, ...method: string[]][] = [
  ['thread', 'thread'],
  ['process', 'process'],
  ['process.fork', 'process', 'fork'],
  ['process.spawn', 'process', 'spawn'],
  ['process.forkserver', 'process', 'forkserver'],
  ['interpreter', 'interpreter'],
];
const MIB = 1024;
const runtimes = installed('node', 'cpython', 'cpython-ft', 'c');

describe
  .runIf(existsSync('/proc/self/smaps_rollup'))
  .each(runtimes.map((runtime) => [runtime.info.id, runtime] as const))('memory in %s', (_, runtime) => {
  const programs = VARIANTS.filter(
    ([, program, method]) =>
      hasProgram('memory', runtime, program) &&
      (!method || runtime.info.language === 'python') &&
      (program !== 'interpreter' || runtime.abilities?.includes('sub-interpreters') === true),
  );

  // A process of anybody's that starts meanwhile takes over its share of what all have in common, the C library.
  const run = (args: string[], isRight: (values: Run['values']) => boolean) =>
    untilSeen(
      () => runProgram('memory', runtime, args[0] ?? '', args.slice(1)),
      ({ values }) => isRight(values),
    );

  it.each(programs)('%s: sees what each worker holds', async (_, program, ...method) => {
    const held = ['pss-per-worker', 'uss-per-worker', 'rss-per-worker'];
    const { values, problems, code } = await run([program, '2', '8', '0', ...method], (seen) =>
      held.every((metric) => Number(seen[metric]) > 8 * MIB),
    );
    expect(problems).toEqual([]);
    expect(code).toBe(0);
    for (const metric of held) expect(values[metric]).toBeGreaterThan(8 * MIB);
    expect(values['total-per-worker']).toBeGreaterThan(values['pss-per-worker'] ?? Number.NaN);
  });

  it.each(programs)('%s: does not count the parent as a worker', async (_, program, ...method) => {
    const { values } = await run([program, '2', '0', '64', ...method], (seen) => Number(seen['pss-per-worker']) > 0);
    expect(values['pss-per-worker']).toBeLessThan(64 * MIB);
    expect(values['pss-per-worker']).toBeGreaterThan(0);
  });
});

describe
  .runIf(existsSync('/proc/self/smaps_rollup'))
  .each(installed('c').map((runtime) => [runtime.info.id, runtime] as const))('summed RSS in %s', (_, runtime) => {
  it("a forked child's page tables grow with its parent, and count", async () => {
    const [small, large] = await Promise.all(
      ['0', '256'].map((parent) => runProgram('memory', runtime, 'process', ['2', '0', parent])),
    );
    // A page table of 4 KiB describes 2 MiB: 128 of them for 256 MiB.
    const grown = (large?.values['kernel-per-worker'] ?? 0) - (small?.values['kernel-per-worker'] ?? 0);
    expect(grown).toBeGreaterThan(400);
    expect(grown).toBeLessThan(700);
  });

  it('counts the pages of a forked parent again and again', async () => {
    const { values } = await runProgram('memory', runtime, 'process', ['2', '0', '64']);
    expect(values['rss-per-worker']).toBeGreaterThan(64 * MIB);
  });
});
