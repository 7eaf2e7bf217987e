/** The harness dies at the worst moment: what it started dies with it, and what it had measured is whole. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findOnPath } from '../../../../scripts/runtimes/find-on-path.ts';
import { parseResults } from '../../../../src/measurement/parse.ts';
import { pathWithoutCompiler } from '../measuring-bench.ts';

const DRIVER = join(import.meta.dirname, '..', 'driver.ts');
const EXPERIMENTS = join(import.meta.dirname, '..', 'fixtures', 'experiments');

let folder: string;
let started: ChildProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'harness-test-'));
  started = [];
});

afterEach(() => {
  for (const { pid } of started) if (pid && isAlive(pid)) process.kill(pid, 'SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

function isAlive(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return false;
  }
}

/** Living processes whose environment says that they belong to this test: all that a run starts inherits HOME. */
const descendants = (): number[] =>
  readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'latin1').includes(`HOME=${folder}`) && isAlive(pid);
      } catch {
        return false;
      }
    });

const commandLine = (pid: number): string => readFileSync(`/proc/${pid}/cmdline`, 'latin1').replaceAll('\0', ' ');

function start(path: string, command = [process.execPath, DRIVER]): ChildProcess & { said: () => string } {
  const env = { PATH: path, HOME: folder, EXPERIMENTS_FOLDER: EXPERIMENTS, RESULTS_FOLDER: folder };
  const [file = process.execPath, ...args] = command;
  const child = spawn(file, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text += chunk;
    });
  }
  started.push(child);
  return Object.assign(child, { said: () => text });
}

const results = () => {
  const [file = ''] = readdirSync(join(folder, 'local')).filter((name) => name.endsWith('.json'));
  return parseResults(readFileSync(join(folder, 'local', file), 'utf8'), file);
};

const rounds = () => results().cells.find(({ experiment }) => experiment === 'slow')?.rounds.length ?? 0;

const soon = (condition: () => void) => vi.waitFor(condition, { timeout: 50_000, interval: 20 });

const sleeping = () => descendants().filter((pid) => commandLine(pid).startsWith('sleep 603'));

const hold = () => writeFileSync(join(folder, 'hold'), '');
const release = () => rmSync(join(folder, 'hold'));

describe.runIf(existsSync('/proc/self/environ'))('a harness that is killed', () => {
  for (const [how, path] of [
    ['with a C compiler', () => process.env.PATH ?? ''],
    ['without one', () => pathWithoutCompiler(folder)],
  ] as const) {
    it(`leaves no process, whole results, and goes on from there, ${how}`, async () => {
      const search = path();
      hold();
      const first = start(search);
      await soon(() => expect(sleeping()).toHaveLength(1));
      first.kill('SIGKILL');
      await soon(() => expect(descendants()).toEqual([]));
      expect(results().sessions).toHaveLength(1);
      expect(rounds()).toBe(0);

      release();
      const second = start(search);
      await once(second, 'close'); // Not before: what it said last may still be in the pipe.
      expect(second.said()).toContain('slow · node · only: 4 of 4 rounds');
      expect(rounds()).toBe(4);
      await soon(() => expect(descendants()).toEqual([]));
    });
  }
});

describe.runIf(existsSync('/proc/self/environ'))('a harness that is killed at any moment', () => {
  const local = () => join(folder, 'local');
  const resultFiles = () => readdirSync(local()).filter((name) => name.endsWith('.json'));

  /** Starts one and kills it at the n-th change among the results: a lock, half a file, a renaming. False when it had ended. */
  async function killAtChange(n: number): Promise<boolean> {
    let changes = 0;
    const child = start(process.env.PATH ?? '');
    const watcher = watch(local(), () => {
      changes++;
      if (changes === n) child.kill('SIGKILL');
    });
    const [, signal] = await once(child, 'exit');
    watcher.close();
    return signal === 'SIGKILL';
  }

  it('leaves whole results or none, no process, and the next one finishes', { timeout: 600_000 }, async () => {
    mkdirSync(local());
    let kills = 0;
    for (let moment = 1; moment <= 12; moment++) {
      for (const file of resultFiles()) rmSync(join(local(), file));
      if (!(await killAtChange(moment))) break;
      kills++;
      await soon(() => expect(descendants()).toEqual([]));
      if (resultFiles().length > 0) results(); // Throws where a file is only half there.
    }
    expect(kills).toBeGreaterThan(2);
    const last = start(process.env.PATH ?? '');
    await once(last, 'close');
    expect(last.exitCode, last.said()).toBe(0);
    expect(rounds()).toBe(4);
  });
});

/** @param command that starts the driver */
async function untilMeasuring(command?: string[]): Promise<ReturnType<typeof start>> {
  hold();
  const child = start(process.env.PATH ?? '', command);
  await soon(() => expect(sleeping()).toHaveLength(1));
  return child;
}

describe.runIf(existsSync('/proc/self/environ'))('Ctrl-C', () => {
  it('once finishes the round, saves it and stops', async () => {
    const child = await untilMeasuring();
    child.kill('SIGINT');
    await soon(() => expect(child.said()).toContain('Finishing this round'));
    release();
    const [code] = await once(child, 'exit');
    expect(code).toBe(130);
    expect(rounds()).toBe(1);
    await soon(() => expect(descendants()).toEqual([]));
  });

  it('twice stops at once and leaves no process', async () => {
    const child = await untilMeasuring();
    child.kill('SIGINT');
    await soon(() => expect(child.said()).toContain('Finishing this round'));
    child.kill('SIGINT');
    const [code] = await once(child, 'exit');
    expect(code).toBe(130);
    expect(rounds()).toBe(0);
    await soon(() => expect(descendants()).toEqual([]));
  });
});

describe.runIf(existsSync('/proc/self/environ'))('a hang-up', () => {
  it.runIf(findOnPath('nohup') !== null)('under nohup is ignored', async () => {
    const child = await untilMeasuring(['nohup', process.execPath, DRIVER]);
    child.kill('SIGHUP');
    release();
    const [code] = await once(child, 'close');
    expect(code, child.said()).toBe(0);
    expect(rounds()).toBe(4);
  });

  it.runIf(findOnPath('script') !== null)('of the terminal stops at once and leaves no process', async () => {
    const child = await untilMeasuring(['script', '-qec', `'${process.execPath}' '${DRIVER}'`, '/dev/null']);
    const [driver] = descendants().filter((pid) => commandLine(pid).startsWith(`${process.execPath} ${DRIVER}`));
    process.kill(driver ?? 0, 'SIGHUP');
    const [code] = await once(child, 'close');
    expect(code, child.said()).toBe(130);
    expect(rounds()).toBe(0);
    await soon(() => expect(descendants()).toEqual([]));
  });
});
