import { appendFileSync, chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MeasureOptions } from '../../../scripts/harness/options.ts';
import { listCells, measureExperiments } from '../../../scripts/harness/session/measure-experiments.ts';
import { roundOrder } from '../../../scripts/harness/session/round.ts';
import { type Bench, createBench, options } from '../bench.ts';

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
    expect(sessions).toMatchObject([{ seed: 1, control: { rounds: { length: 15 } } }]);
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
    appendFileSync(program('_work.ts'), '// changed\n');
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

describe('noise', () => {
  /** A launcher whose control prints what `value` gives for the variant whose turn it is. */
  const control = (value: (variant: string | undefined) => number) =>
    bench.effects.createLauncher().then((launcher) => {
      let runs = 0;
      return {
        ...launcher,
        run: async (request: Parameters<typeof launcher.run>[0]) => {
          const outcome = await launcher.run(request);
          if (!outcome.stdout.startsWith('round-trip')) return outcome;
          const [attempt, round, place] = [Math.floor(runs / 30), Math.floor(runs / 2) % 15, runs % 2];
          runs++;
          const variant = roundOrder(['a', 'b'], bench.effects.drawSeed() + attempt, round)[place];
          return { ...outcome, stdout: `round-trip = ${value(variant)} µs` };
        },
      };
    });

  it('a control that is merely wide is taken once and forbids nothing', async () => {
    const wide = await control(() => 5 * (1 + 5 * Math.abs(Math.sin(bench.effects.now()))));
    const report = await measureExperiments(options(), { ...bench.effects, createLauncher: async () => wide });
    expect(report.cells[0]).toMatchObject({ status: 'fresh', failedGate: '' });
    expect(bench.results().sessions[0]?.gates.filter(({ gate }) => gate === 'control')).toEqual([]);
  });

  it('a control that fails is taken again, kept, and said; such cells can be asked for again', async () => {
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
