import { appendFileSync, chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MeasureOptions } from '../../../../scripts/harness/options.ts';
import { listCells, measureExperiments } from '../../../../scripts/harness/session/measure-experiments.ts';
import { type Bench, createBench, options } from '../measuring-bench.ts';

let bench: Bench;
beforeEach(() => {
  bench = createBench('steady');
});
afterEach(() => bench.remove());

const run = (over: Partial<MeasureOptions> = {}) => measureExperiments(options(over), bench.effects);
const list = async (over: Partial<MeasureOptions> = {}) => {
  const { cells } = await listCells(options(over), bench.effects);
  return cells.map(({ case: caseId, status, why }) => [caseId, status, why]);
};
const program = (name: string) => join(bench.experiments, 'steady', 'node', name);
const cell = () => {
  const [first] = bench.results().cells;
  if (!first) throw new Error('expected a cell, found none');
  return first;
};

describe('a first measuring', () => {
  it('runs every variant once per round, and keeps all that judging needs', async () => {
    const report = await run({ seed: 5 });
    expect(bench.started).toHaveLength(6);
    expect(report.cells).toMatchObject([{ case: 'small', status: 'fresh', rounds: 3, measured: true }]);
    const { rounds, traces, logs, planned, seed, pinning, programs } = cell();
    expect(rounds.map(({ order }) => [...order].sort())).toEqual(Array(3).fill(['process', 'thread']));
    expect(rounds[0]?.invocations.thread?.values).toEqual({ time: 1 });
    expect({ planned, pinning }).toEqual({ planned: 3, pinning: 'one-core' });
    expect(seed).toBeGreaterThan(0);
    expect(traces).toEqual({});
    expect(Object.keys(logs)).toEqual(['thread', 'process']);
    expect(programs.map(({ file }) => file)).toEqual([
      'experiments/steady/node/thread.ts',
      'experiments/steady/node/_work.ts',
      'experiments/steady/node/process.ts',
      'experiments/steady/node/_work.ts',
    ]);
  });

  it('carries a control, and says what cannot be measured here', async () => {
    await run();
    const { sessions, unavailable, experiments } = bench.results();
    expect(sessions).toMatchObject([{ seed: 1, control: { rounds: { length: 15 + 1 } } }]);
    expect(unavailable).toEqual([
      { experiment: 'steady', runtime: 'absent', reason: 'no runtime "absent" on this machine' },
    ]);
    expect(experiments.steady?.cases.small).toEqual({ label: 'small', x: 1 });
  });

  it('draws the same orders from the same seed', async () => {
    await run({ seed: 5 });
    const before = cell().rounds.map(({ order }) => order);
    await run({ seed: 5, force: true });
    expect(cell().rounds.map(({ order }) => order)).toEqual(before);
  });

  it('adds the full profile’s cases and variants when asked', async () => {
    await run({ profile: 'full' });
    expect(bench.results().cells.map(({ case: caseId, rounds }) => [caseId, rounds.length])).toEqual([
      ['small', 4],
      ['large', 4],
    ]);
    expect(Object.keys(cell().rounds[0]?.invocations ?? {}).sort()).toEqual(['process', 'process.again', 'thread']);
  });
});

describe('a second measuring', () => {
  beforeEach(() => run());

  it('runs nothing where nothing changed', async () => {
    bench.started.length = 0;
    const text = readFileSync(bench.file(), 'utf8');
    expect(await run()).toMatchObject({ session: null, cells: [{ status: 'fresh', measured: false }] });
    expect(bench.started).toEqual([]);
    expect(JSON.parse(readFileSync(bench.file(), 'utf8'))).toEqual(JSON.parse(text));
  });

  // Root may write everywhere.
  it.skipIf(process.getuid?.() === 0)('runs nothing either where results can’t be written', async () => {
    const folder = dirname(bench.file());
    chmodSync(folder, 0o555);
    try {
      expect(await run()).toMatchObject({ session: null, cells: [{ status: 'fresh', measured: false }] });
    } finally {
      chmodSync(folder, 0o755);
    }
  });

  it('says why something is stale: a program', async () => {
    appendFileSync(program('thread.ts'), '// changed\n');
    expect(await list()).toEqual([
      ['small', 'stale', 'experiments/steady/node/thread.ts has changed since it was measured'],
    ]);
  });

  it('says why something is stale: an import', async () => {
    appendFileSync(program('_work.ts'), '// changed\n');
    expect(await list()).toEqual([
      ['small', 'stale', 'experiments/steady/node/_work.ts has changed since it was measured'],
    ]);
    await run();
    expect(await list()).toEqual([['small', 'fresh', '']]);
  });

  it('says why something is stale: more rounds wanted', async () => {
    expect(await list({ rounds: 9 })).toEqual([['small', 'stale', 'planned for 3 rounds, now 9']]);
    expect(await list({ rounds: 2 })).toEqual([['small', 'fresh', '']]);
  });

  it('lets a full measurement answer for the quick one', async () => {
    await run({ profile: 'full' });
    expect(await list()).toEqual([['small', 'fresh', '']]);
    expect(cell().profile).toBe('full');
  });

  it('marks in the results what went stale and was not measured again', async () => {
    await run({ profile: 'full' });
    appendFileSync(program('process.ts'), '// changed\n');
    await run({ only: ['steady/node/small'] });
    const stale = bench.results().cells.map(({ case: caseId, stale: why }) => [caseId, why]);
    expect(stale).toEqual([
      ['small', undefined],
      ['large', 'experiments/steady/node/process.ts has changed since it was measured'],
    ]);
  });

  it('marks what was measured with a runtime that is gone, and forgets no sample', async () => {
    const reason = 'not on PATH';
    const missing = [{ id: 'node', label: 'Node.js', language: 'node' as const, reason, remedy: '' }];
    await measureExperiments(options(), { ...bench.effects, findRuntimes: async () => ({ found: [], missing }) });
    expect(cell()).toMatchObject({ stale: reason, rounds: { length: 3 } });
    await run();
    expect(cell().stale).toBeUndefined();
  });

  it('drops the cells of a case that is gone', async () => {
    const definition = join(bench.experiments, 'steady');
    rmSync(definition, { recursive: true });
    await run();
    expect(bench.results()).toMatchObject({ cells: [], sessions: [], experiments: {} });
  });
});

describe('a program that fails', () => {
  it('costs its own place and nobody else’s', async () => {
    bench.play((name, argv) =>
      name === 'process' ? { ending: { code: 1, signal: null } } : { stdout: `time = ${argv[0]} ms` },
    );
    const report = await run();
    expect(report.cells[0]).toMatchObject({ status: 'fresh', failures: { process: 'ended with code 1' } });
    expect(cell().rounds.map(({ invocations }) => Object.keys(invocations))).toEqual(Array(3).fill(['thread']));
    expect(bench.started.filter((name) => name === 'process')).toHaveLength(1);
  });

  it('may be all there is: the cell is done and says why it is empty', async () => {
    bench.play(() => ({ timedOut: true }));
    const [cellReport] = (await run()).cells;
    const reason = 'did not end within its 10 s';
    expect(cellReport).toMatchObject({ status: 'fresh', failures: { process: reason, thread: reason } });
    expect(bench.started).toHaveLength(2);
  });

  it('loses its earlier samples too when it fails later', async () => {
    bench.play((name) =>
      name === 'process' && bench.started.length > 3 ? { stdout: '' } : { stdout: 'time = 1 ms', log: 'time = 1 ms' },
    );
    await run();
    expect(cell().rounds.flatMap(({ invocations }) => Object.keys(invocations))).toEqual(Array(3).fill('thread'));
    expect(cell().failures.process?.reason).toBe('printed no "time = …"');
  });
});

describe('a measuring that is stopped', () => {
  /** Stops after so many programs. */
  const stopping = (programs: number) => ({
    get stopping() {
      return bench.started.length >= programs;
    },
    onAbort: () => {},
  });

  it('goes on where it was left, in the order it would have had', async () => {
    await run({ seed: 5 });
    const whole = cell().rounds.map(({ order }) => order);
    rmSync(bench.file());
    bench.started.length = 0;
    await measureExperiments(options({ seed: 5 }), { ...bench.effects, interrupt: stopping(1) });
    expect(cell().rounds).toHaveLength(1);
    expect(await list()).toEqual([['small', 'partial', '1 of 3 rounds']]);
    bench.started.length = 0;
    await run({ seed: 99 });
    expect(bench.started).toHaveLength(4);
    expect(cell().rounds.map(({ order }) => order)).toEqual(whole);
    expect(bench.results().sessions.map(({ seed }) => seed)).toContain(5);
  });

  it('keeps no round that was not finished', async () => {
    bench.play((_, argv) => ({ stdout: `time = ${argv[0]} ms`, aborted: bench.started.length >= 4 }));
    const report = await measureExperiments(options(), { ...bench.effects, interrupt: stopping(4) });
    expect(report).toMatchObject({ interrupted: true, left: 1, cells: [{ status: 'partial', rounds: 1 }] });
  });
});

describe('bad input', () => {
  it.each([
    ['{"schema":1', 'expected JSON'],
    ['{"schema":99}', 'expected results of schema 1, found 99'],
    ['{"schema":1,"machine":3}', 'machine'],
  ])('a results file that reads %j is refused and left alone', async (text, message) => {
    await run();
    writeFileSync(bench.file(), text);
    await expect(run({ force: true })).rejects.toThrow(message);
    expect(readFileSync(bench.file(), 'utf8')).toBe(text);
    expect(readdirSync(join(bench.folder, 'results'))).toHaveLength(1);
  });

  it('an unknown experiment, runtime or case is refused with those that there are', async () => {
    await expect(run({ only: ['stedy'] })).rejects.toThrow('--only: expected one of steady, found "stedy"');
    await expect(run({ runtimes: ['deno'] })).rejects.toThrow('--runtime: expected one of node, found "deno"');
    await expect(run({ only: ['steady/node/huge'] })).rejects.toThrow('expected at least one cell');
  });

  it('a measuring that is under way is not disturbed', async () => {
    await run();
    writeFileSync(`${bench.file()}.lock`, String(process.ppid));
    await expect(run({ force: true })).rejects.toThrow(`Another measuring is running (process ${process.ppid})`);
    writeFileSync(`${bench.file()}.lock`, '999999999');
    await expect(run({ force: true })).resolves.toBeDefined();
  });
});
