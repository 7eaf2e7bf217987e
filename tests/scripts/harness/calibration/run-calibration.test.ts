import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCalibration } from '../../../../scripts/harness/calibration/run-calibration.ts';
import type { Launcher } from '../../../../scripts/harness/launch/run-outcome.ts';
import { realEffects } from '../../../../scripts/harness/terminal/real-effects.ts';
import { calibrationRows, calibrationSchema } from '../../../../src/measurement/calibration.ts';
import { VERDICT_ROUNDS } from '../../../../src/measurement/limits.ts';
import { cannedOutcome } from '../measuring-bench.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'calibration-test-'));
  file = join(folder, 'calibration.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

let runs = 0;
/** A machine on which the program takes exactly its factor. */
const launcher: Launcher = {
  exact: true,
  pin: (command) => command,
  run: async ({ command }) => {
    runs++;
    return cannedOutcome(`time = ${10 * Number(command.argv.at(-1))} ms`);
  },
  abort: () => {},
  close: async () => {},
};
const goal = (aa: number, slowed: number, replace: boolean) => ({
  factors: new Map([
    [1, aa],
    [1.3, slowed],
  ]),
  overhead: 0,
  replace,
});
const run = (aa: number, slowed: number, { stopping = false, replace = false } = {}) =>
  runCalibration(
    file,
    goal(aa, slowed, replace),
    7,
    launcher,
    realEffects({ readText: () => null, interrupt: { stopping, onAbort: () => {} } }),
    () => {},
  );

describe('a calibration', () => {
  it('finds what was injected and nothing else', async () => {
    const rows = calibrationRows(await run(4, 3), 'all');
    expect(rows).toEqual([
      { factor: 1, trials: 4, confirmed: 0, contradicted: 0, seen: 0 },
      { factor: 1.3, trials: 3, confirmed: 3, contradicted: 0, seen: 3 },
    ]);
  });

  it('goes on where it was left', async () => {
    await run(2, 0);
    runs = 0;
    const { trials } = await run(3, 1);
    expect(trials).toHaveLength(4);
    expect(runs).toBe(2 * VERDICT_ROUNDS * 2);
    expect(calibrationSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).trials).toEqual(trials);
  });

  it('stops between trials when it is told to', async () => {
    expect((await run(5, 5, { stopping: true })).trials).toEqual([]);
  });

  it('keeps that of another machine, unless it is told to replace it', async () => {
    const { machine, ...rest } = await run(2, 0);
    const other = JSON.stringify({
      ...rest,
      key: 'f'.repeat(64),
      machine: { ...machine, id: 'another', label: 'another machine' },
    });
    writeFileSync(file, other);
    await expect(run(3, 0)).rejects.toThrow(/expected one of this machine, .+, found another machine\. .+--replace/);
    expect(readFileSync(file, 'utf8')).toBe(other);
    expect((await run(3, 0, { replace: true })).machine).toEqual(machine);
  });

  it('refuses a file that is none, and leaves it', async () => {
    writeFileSync(file, '{"schema":1}');
    await expect(run(1, 0)).rejects.toThrow('expected a calibration');
    expect(readFileSync(file, 'utf8')).toBe('{"schema":1}');
  });
});
