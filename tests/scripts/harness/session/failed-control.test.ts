import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MeasureOptions } from '../../../../scripts/harness/options.ts';
import { measureExperiments } from '../../../../scripts/harness/session/measure-experiments.ts';
import { roundOrder } from '../../../../scripts/harness/session/round.ts';
import { type Bench, createBench, options } from '../measuring-bench.ts';

let bench: Bench;
beforeEach(() => {
  bench = createBench('steady');
});
afterEach(() => bench.remove());

const run = (over: Partial<MeasureOptions> = {}) => measureExperiments(options(over), bench.effects);

describe('a control', () => {
  /** A launcher whose control prints what `value` gives for the variant whose turn it is. */
  const control = (value: (variant: string | undefined) => number) =>
    bench.effects.createLauncher().then((launcher) => {
      let runs = 0;
      return {
        ...launcher,
        run: async (request: Parameters<typeof launcher.run>[0]) => {
          const outcome = await launcher.run(request);
          if (!outcome.stdout.startsWith('round-trip')) return outcome;
          const [index, place] = [Math.floor(runs / 2), runs % 2];
          const [attempt, round] = index < 3 * 15 ? [Math.floor(index / 15), index % 15] : [0, index - 2 * 15];
          runs++;
          const variant = roundOrder(['a', 'b'], bench.effects.drawSeed() + attempt, round)[place];
          return { ...outcome, stdout: `round-trip = ${value(variant)} µs` };
        },
      };
    });

  it('that is merely wide is taken once and forbids nothing', async () => {
    const wide = await control(() => 5 * (1 + 5 * Math.abs(Math.sin(bench.effects.now()))));
    const report = await measureExperiments(options(), { ...bench.effects, createLauncher: async () => wide });
    expect(report.cells[0]).toMatchObject({ status: 'fresh', failedGate: '' });
    expect(bench.results().sessions[0]?.gates.filter(({ gate }) => gate === 'control')).toEqual([]);
  });

  it('that fails is taken again, kept, and said; such cells can be asked for again', async () => {
    const lopsided = await control((variant) => (variant === 'a' ? 10 : 5));
    const report = await measureExperiments(options(), { ...bench.effects, createLauncher: async () => lopsided });
    expect(report.cells[0]).toMatchObject({ status: 'fresh', failedGate: expect.stringMatching(/^control: /) });
    const [session] = bench.results().sessions;
    const controls = session?.gates.filter(({ gate }) => gate === 'control');
    expect(controls?.map(({ gate, reason }) => [gate, reason.slice(0, 10)])).toEqual([
      ['control', 'attempt 1:'],
      ['control', 'attempt 2:'],
    ]);
    expect((await run()).cells[0]?.measured).toBe(false);
    expect((await run({ noisy: true })).cells[0]).toMatchObject({ measured: true, failedGate: '' });
    expect((await run({ noisy: true })).cells[0]?.measured).toBe(false);
  });
});
