/** Real programs that break the rules, with and without the exact launcher. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { judgeRun } from '../../../../scripts/harness/launch/judge-run.ts';
import { createLauncher } from '../../../../scripts/harness/launch/launcher.ts';
import type { Launcher } from '../../../../scripts/harness/launch/run-outcome.ts';
import { allowedCpus } from '../../../../scripts/harness/machine/pinning.ts';
import { readText } from '../../../../scripts/harness/machine/read-text.ts';
import dying from '../fixtures/experiments/dying/experiment.ts';
import misbehaving from '../fixtures/experiments/misbehaving/experiment.ts';
import { pathWithoutCompiler } from '../measuring-bench.ts';

const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'experiments');

/**
 * Command lines of this test's programs that are still there, by the home that it gave them: those of another test
 * don't count.
 */
const programsOf = (home: string): string[] =>
  readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'latin1').replaceAll('\0', ' ');
        return readFileSync(`/proc/${pid}/environ`, 'latin1').includes(`HOME=${home}`) ? [command] : [];
      } catch {
        return [];
      }
    });

/**
 * A kill has been sent when a run is over; a busy machine may take a moment to carry it out. No process here ends by
 * itself: each sleeps for minutes.
 */
const noneIsLeft = (home: string, ...words: string[]) =>
  vi.waitFor(() => expect(programsOf(home).filter((line) => words.some((word) => line.includes(word)))).toEqual([]), {
    timeout: 30_000,
    interval: 20,
  });

/** One that this process may use: a container may be given other cores than the first. */
const [core = 0] = allowedCpus(readText);

const command = (program: string) => ({ file: process.execPath, argv: [join(FIXTURES, program)], env: {} });

describe.runIf(process.platform === 'linux').each(['exact', 'plain'] as const)('the %s launcher', (kind) => {
  let launcher: Launcher;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'launcher-test-'));
    vi.stubEnv('HOME', folder);
    if (kind === 'plain') vi.stubEnv('PATH', pathWithoutCompiler(folder));
    launcher = await createLauncher();
  });
  afterAll(async () => {
    await launcher.close();
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = async (program: string, rules: typeof misbehaving = misbehaving, limit = 30_000) => {
    const outcome = await launcher.run({ command: command(program), cpus: [core], limit });
    return judgeRun(outcome, { ...rules, timeLimit: limit / 1000 }, ['/nowhere']);
  };

  it('is the one that this machine’s PATH allows', () => {
    expect(launcher.exact).toBe(kind === 'exact');
  });

  it('measures a good program', async () => {
    const good = await run('misbehaving/node/thread.good.ts');
    if (good === 'aborted' || !('invocation' in good)) throw new Error('expected an invocation');
    expect(good.invocation).toMatchObject({ values: { time: 1.5 }, ending: { code: 0, signal: null } });
    expect(good.invocation.wall).toBeGreaterThan(0);
    expect([good.invocation.cpu !== null, good.invocation.switches !== null]).toEqual(Array(2).fill(kind === 'exact'));
  });

  it.each([
    ['exits', 'ended with code 1'],
    ['dies', 'was killed by SIGSEGV'],
    ['hangs', 'did not end within its 1.5 s'],
    ['garbage', 'printed no "time = …"'],
    ['nan', 'found "NaN"'],
    ['unit', 'found unit "s"'],
    ['twice', 'printed "time" twice'],
    ['silent', 'printed no "time = …"'],
    ['floods', 'printed more than 1 MiB'],
    ['leaves', 'left a process behind'],
    ['daemon', 'left a process behind'],
  ])('a program that %s: %s', async (name, reason) => {
    const limit = name === 'hangs' ? 1500 : 30_000;
    const failed = await run(`misbehaving/node/thread.${name}.ts`, misbehaving, limit);
    expect(failed).toMatchObject({ failure: expect.stringContaining(reason) });
    await noneIsLeft(folder, 'sleep 60');
    if (failed !== 'aborted') expect(failed.log.length).toBeLessThanOrEqual(8000);
  });

  it.each([
    ['stops', 'stopped its launcher'],
    ['kills', 'killed its launcher (SIGKILL)'],
  ])('a program that %s its launcher: %s', async (name, reason) => {
    if (kind === 'plain') return; // Its parent is then this very process.
    const failureWithin = async (limit: number) => {
      const judged = await run(`misbehaving/node/thread.${name}.ts`, misbehaving, limit);
      return judged !== 'aborted' && 'failure' in judged ? judged.failure : null;
    };
    // A machine too busy to start it in time gives it longer.
    const early = await failureWithin(3000);
    expect(early === reason ? early : await failureWithin(30_000)).toBe(reason);
    await noneIsLeft(folder, `thread.${name}.ts`);
  });

  it('a failure says nothing that a terminal would obey', async () => {
    const failed = await run('misbehaving/node/thread.escapes.ts');
    if (failed === 'aborted' || !('failure' in failed)) throw new Error('expected a failure');
    expect(failed.failure).toContain('expected a number in ms');
    expect(failed.failure).not.toMatch(/\p{Cc}/u);
  });

  it.each([
    ['survives', { reached: 1, others: 2, survived: 1, hung: 0 }, { code: 0, signal: null }],
    ['dies', { reached: 1, survived: 0, hung: 0 }, { code: null, signal: 'SIGKILL' }],
    ['orphans', { survived: 0, hung: 0 }, { code: 3, signal: null }],
  ])('where the host may die, one that %s is data', async (name, values, ending) => {
    expect(await run(`dying/node/thread.${name}.ts`, dying)).toMatchObject({ invocation: { values, ending } });
    await noneIsLeft(folder, 'sleep 60');
  });

  it('where the host may die, one that hangs is data, with what it had said before', async () => {
    // It needs a moment to be started and to speak: a busy machine is given more.
    const inTime = async (limit: number) => {
      const hung = await run('dying/node/thread.hangs.ts', dying, limit);
      return hung !== 'aborted' && hung.log.includes('reached') ? hung : null;
    };
    expect((await inTime(1500)) ?? (await inTime(20_000))).toMatchObject({
      invocation: { values: { reached: 1, survived: 0, hung: 1 }, ending: { code: null, signal: 'TIMEOUT' } },
    });
  });

  it('a program that is not there could not be started', async () => {
    const outcome = await launcher.run({ command: { file: '/not/there', argv: [], env: {} }, cpus: null, limit: 1000 });
    expect(judgeRun(outcome, misbehaving, ['/nowhere'])).toMatchObject({
      failure: expect.stringMatching(/^could not be started: /),
    });
  });

  it('gives every program an empty folder and a small, fixed environment', async () => {
    vi.stubEnv('NODE_OPTIONS', '--max-old-space-size=64');
    const script = 'console.log(JSON.stringify([require("fs").readdirSync("."), Object.keys(process.env).sort()]))';
    const shown = { file: process.execPath, argv: ['-e', script], env: { EXTRA: '1' } };
    const { stdout } = await launcher.run({ command: shown, cpus: null, limit: 30_000 });
    const [files, names] = JSON.parse(stdout) as [string[], string[]];
    expect(files).toEqual([]);
    expect(names).toContain('EXTRA');
    expect(names.filter((name) => /NODE_OPTIONS|VITEST/.test(name))).toEqual([]);
  });

  it('pins a program where it is told to', async () => {
    const argv = [
      '-e',
      'console.log(/Cpus_allowed_list:\\s*(\\S+)/.exec(require("fs").readFileSync("/proc/self/status"))[1])',
    ];
    const { stdout } = await launcher.run({
      command: { file: process.execPath, argv, env: {} },
      cpus: [core],
      limit: 30_000,
    });
    expect(stdout.trim()).toBe(String(core));
  });

  it('stops what runs when it is told to', async () => {
    const running = launcher.run({ command: command('misbehaving/node/thread.hangs.ts'), cpus: null, limit: 30_000 });
    launcher.abort();
    expect(await running).toMatchObject({ aborted: true });
  });
});

it('every fixture program is used', () => {
  const files = readdirSync(join(FIXTURES, 'misbehaving', 'node')).map((file) => basename(file, '.ts'));
  expect(files.sort()).toEqual(Object.keys(misbehaving.variants).sort());
});
