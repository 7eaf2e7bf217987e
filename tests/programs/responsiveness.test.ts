import { describe, expect, it } from 'vitest';
import type { Installation } from '../../scripts/runtimes/runtime.ts';
import { installed, runProgram } from './run-program.ts';
import { slicesOf } from './slices.ts';

const VARIANTS = ['sequential', 'thread', 'process', 'event-loop'];
/** The first `limit` that keeps a core busy for many ticks. */
const BUSY: Record<string, string> = { node: '600000', python: '60000', c: '1000000' };

const run = (runtime: Installation, variant: string, jobs: string, limit?: string) =>
  runProgram('responsiveness', runtime, variant, [jobs, limit ?? BUSY[runtime.info.language] ?? '']);

const runtimes = installed('node', 'cpython', 'cpython-ft', 'cpython-gil', 'cpython-3.14', 'c');

describe.each(runtimes.map((runtime) => [runtime.info.id, runtime] as const))('responsiveness in %s', (_, runtime) => {
  it.each(VARIANTS)('%s does every job and says when the main thread ticked', async (variant) => {
    const { values, problems, stdout, code } = await run(runtime, variant, '3', '1000');
    expect(problems).toEqual([]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/\b504 primes/); // three times the 168 below 1000
    const marks = slicesOf(stdout).filter(({ state }) => state === 'mark');
    expect(marks).toHaveLength(values.ticks ?? Number.NaN);
    const gaps = marks.slice(1).map(({ start }, index) => start - (marks[index]?.start ?? start));
    expect(values['worst-gap']).toBeCloseTo(Math.max(...gaps), 2);
  });

  it('stands still for the whole work where it computes in place', async () => {
    const { values, stdout } = await run(runtime, 'sequential', '1');
    const work = slicesOf(stdout).find(({ state }) => state === 'run');
    const during = slicesOf(stdout).filter(
      ({ state, start }) => state === 'mark' && work && start > work.start && start < work.end,
    );
    expect(during).toEqual([]);
    expect(values['worst-gap']).toBeGreaterThanOrEqual(values.wall ?? Number.NaN);
  });

  it.each(['thread', 'process', 'event-loop'])('%s: the main thread ticks while the work runs', async (variant) => {
    const { values, stdout } = await run(runtime, variant, '2');
    const work = slicesOf(stdout).find(({ state }) => state === 'run');
    const during = slicesOf(stdout).filter(
      ({ state, start }) => state === 'mark' && work && start > work.start && start < work.end,
    );
    expect(during.length).toBeGreaterThan(3);
    expect(values['worst-gap']).toBeLessThan(values.wall ?? Number.NaN);
  });
});
