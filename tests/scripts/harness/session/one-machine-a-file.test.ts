import { readFileSync, writeFileSync } from 'node:fs';
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

describe('one file, one machine', () => {
  it('a session says where it was measured, and how fast that was at both ends', async () => {
    await run();
    const { machine, sessions } = bench.results();
    expect(sessions[0]).toMatchObject({
      machine: machine.id,
      speed: { start: { integer: 5, memory: 20 }, end: { integer: 5, memory: 20 } },
      gates: [{ gate: 'speed', outcome: 'passed' }],
    });
  });

  it('a file of another machine under this one’s name is refused in one line, and left alone', async () => {
    await run();
    const text = readFileSync(bench.file(), 'utf8').replaceAll(bench.results().machine.id, 'another-machine');
    writeFileSync(bench.file(), text);
    await expect(run({ force: true })).rejects.toThrow(/^[^\n]*expected the machine another-machine [^\n]*$/);
    expect(readFileSync(bench.file(), 'utf8')).toBe(text);
  });

  it('a machine that becomes another while it measures gets no further cell', async () => {
    const info = (stepping: number) => `vendor_id\t: GenuineIntel\nstepping\t: ${stepping}\n`;
    const moved: typeof bench.effects = {
      ...bench.effects,
      readText: (path) =>
        path === '/proc/cpuinfo' ? info(bench.started.length > 3 ? 7 : 6) : bench.effects.readText(path),
    };
    await expect(measureExperiments(options({ profile: 'full' }), moved)).rejects.toThrow('Results of two machines');
    expect(bench.results().cells).toHaveLength(1);
  });
});
