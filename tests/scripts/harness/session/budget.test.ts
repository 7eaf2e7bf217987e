import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MeasureOptions } from '../../../../scripts/harness/options.ts';
import { measureExperiments } from '../../../../scripts/harness/session/measure-experiments.ts';
import { type Bench, createBench, options } from '../measuring-bench.ts';

let bench: Bench;
beforeEach(() => {
  bench = createBench('steady');
});
afterEach(() => bench.remove());

const run = (over: Partial<MeasureOptions> = {}) => measureExperiments(options(over), bench.effects);

describe('a budget', () => {
  it('is kept: what does not fit is left, and said', async () => {
    const report = await run({ profile: 'full', budget: 4500 });
    expect(report.took).toBeLessThanOrEqual(4500 + 300);
    expect(report.left).toBeGreaterThan(0);
    const { cells } = await run({ profile: 'full' });
    expect(cells.map(({ status }) => status)).toEqual(['fresh', 'fresh']);
  });

  it.each([1, 50, 300, 1000, 2000, 3000, 3400, 3700, 4100, 5000, 6000])(
    'of %i ms holds to a round, control and probes included',
    async (budget) => {
      const report = await run({ profile: 'full', budget });
      expect(report.took).toBeLessThanOrEqual(budget + 300); // The bench's programs take 100 ms: a round of three.
      const complete = report.cells.filter(({ status }) => status === 'fresh').length;
      expect(report.left).toBe(report.cells.length - complete);
      for (const event of bench.events) if (event.type === 'round') expect(event.left).toBeLessThanOrEqual(budget);
    },
  );

  it('that ends within the control leaves no file, and the next run measures', async () => {
    expect(await run({ budget: 1000 })).toMatchObject({ left: 1, cells: [{ status: 'missing', measured: false }] });
    expect(readdirSync(join(bench.folder, 'results'))).toEqual([]);
    expect((await run({ skipLeftOut: true })).cells).toMatchObject([{ status: 'fresh' }]);
  });

  it('shows a time left that comes to nothing with the last round', async () => {
    await run({ profile: 'full', budget: 4500 });
    const left = bench.events.flatMap((event) => (event.type === 'round' ? [event.left] : []));
    expect(left.length).toBeGreaterThan(1);
    expect(left.at(-1)).toBe(0);
  });

  it('leaves out once: a second start runs nothing, says so, and a change or a plain measuring runs it', async () => {
    const started = { profile: 'full', budget: 4500, skipLeftOut: true } as const;
    const { left } = await run(started);
    expect(left).toBeGreaterThan(0);
    bench.started.length = 0;
    expect(await run(started)).toMatchObject({ session: null, left });
    expect(bench.started).toEqual([]);
    appendFileSync(join(bench.experiments, 'steady', 'node', '_work.ts'), '// changed\n');
    await run(started);
    expect(bench.started).not.toEqual([]);
    expect(await run({ profile: 'full' })).toMatchObject({ left: 0 });
    expect(bench.results().leftOut).toEqual([]);
  });

  it('that was interrupted has left out nothing', async () => {
    const interrupt = {
      get stopping() {
        return bench.started.length >= 3;
      },
      onAbort: () => {},
    };
    await measureExperiments(options({ profile: 'full', budget: 60_000 }), { ...bench.effects, interrupt });
    expect(bench.results().leftOut).toBeUndefined();
    expect((await run({ profile: 'full', skipLeftOut: true })).left).toBe(0);
  });

  it('goes to the home page and to quick cases first', async () => {
    bench.remove();
    bench = createBench('steady', 'slow');
    await run({ profile: 'full' });
    const names = bench.events.flatMap((event) => (event.type === 'cell' ? [event.name] : []));
    expect(names).toEqual(['steady · node · small', 'slow · node · only', 'steady · node · large']);
  });
});
