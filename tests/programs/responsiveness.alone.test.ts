import { describe, expect, it } from 'vitest';
import type { Installation } from '../../scripts/runtimes/runtime.ts';
import { untilSeen } from './by-chance.ts';
import { installed, type Run, runProgram } from './run-program.ts';
import { slicesOf } from './slices.ts';

const VARIANTS = ['sequential', 'thread', 'process', 'event-loop'];
/** The first `limit` that keeps a core busy for many ticks. */
const BUSY: Record<string, string> = { node: '600000', python: '60000', c: '1000000' };

const run = (runtime: Installation, variant: string, jobs: string, limit?: string) =>
  runProgram('responsiveness', runtime, variant, [jobs, limit ?? BUSY[runtime.info.language] ?? '']);

const runtimes = installed('node', 'cpython', 'cpython-ft', 'cpython-gil', 'c');

describe.each(runtimes.map((runtime) => [runtime.info.id, runtime] as const))('responsiveness in %s', (_, runtime) => {
  it.each(VARIANTS)('%s does every job and says when the main thread ticked', async (variant) => {
    const { values, problems, stdout, code } = await run(runtime, variant, '3', '1000');
    expect(problems).toEqual([]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/\b504 primes/); // three times the 168 below 1000
    expect(values.primes).toBe(504);
    expect(values['gap-95']).toBeLessThanOrEqual(values['worst-gap'] ?? Number.NaN);
    const marks = slicesOf(stdout).filter(({ state }) => state === 'mark');
    expect(marks).toHaveLength(values.ticks ?? Number.NaN);
    const gaps = marks.slice(1).map(({ start }, index) => start - (marks[index]?.start ?? start));
    expect(values['worst-gap']).toBeCloseTo(Math.max(...gaps), 2);
  });

  /** Ticks while the work ran. */
  const during = ({ stdout }: Run) => {
    const slices = slicesOf(stdout);
    const work = slices.find(({ state }) => state === 'run');
    return slices.filter(({ state, start }) => state === 'mark' && work && start > work.start && start < work.end);
  };

  it('stands still for the whole work where it computes in place', async () => {
    const still = await run(runtime, 'sequential', '1');
    expect(during(still)).toEqual([]);
    expect(still.values['worst-gap']).toBeGreaterThanOrEqual(still.values.wall ?? Number.NaN);
  });

  it.each(['thread', 'process', 'event-loop'])('%s: the main thread ticks while the work runs', async (variant) => {
    // A machine too busy to run the main thread beside the work, or so fast that the work is over, gets more chances.
    const ticks = (seen: Run) =>
      during(seen).length > 3 && (seen.values['worst-gap'] ?? Number.NaN) < (seen.values.wall ?? Number.NaN);
    expect(await untilSeen(() => run(runtime, variant, '2'), ticks)).toSatisfy(ticks);
  });
});
