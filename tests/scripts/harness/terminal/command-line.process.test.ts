/** The entry points as a person starts them. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeMachine } from '../../../../scripts/harness/machine/describe-machine.ts';
import { readText } from '../../../../scripts/harness/machine/read-text.ts';
import { pathWithoutCompiler } from '../measuring-bench.ts';

const ROOT = join(import.meta.dirname, '../../../..');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'command-line-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function start(script: string, argv: string[], env: NodeJS.ProcessEnv = {}) {
  const experiments = join(import.meta.dirname, '..', 'fixtures', 'experiments');
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts', 'run.mjs'), script, ...argv], {
    encoding: 'utf8',
    env: { ...process.env, EXPERIMENTS_FOLDER: experiments, RESULTS_FOLDER: folder, ...env },
  });
  return { status, stdout, stderr };
}

describe('npm run measure', () => {
  it('--list shows every cell and why, runs nothing and writes nothing', () => {
    const { status, stdout } = start('measure', ['--list']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^\[missing\] +steady +node +small +never measured$/m);
    expect(stdout).toMatch(/^\[unavailable\] +steady +absent +no runtime "absent" on this machine$/m);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('--list --json is one JSON document', () => {
    const { stdout } = start('measure', ['--list', '--json', '--only', 'steady']);
    expect(JSON.parse(stdout)).toMatchObject({ cells: [{ experiment: 'steady', status: 'missing' }] });
  });

  it('finds the C programs unavailable, with the reason, where there is no compiler', () => {
    const { stdout } = start('measure', ['--list', '--only', 'memory'], {
      PATH: pathWithoutCompiler(folder),
      EXPERIMENTS_FOLDER: join(ROOT, 'scripts', 'experiments'),
    });
    expect(stdout).toMatch(/^\[unavailable\] +memory +c +no C compiler: "cc" is not on PATH$/m);
    expect(stdout).toMatch(/^\[unavailable\] +memory +perl +no "perl" is on PATH$/m);
    expect(stdout).toMatch(/^\[missing\] +memory +node /m);
  });

  it.each([
    [['--only', 'nothing'], '--only: expected one of'],
    [['--budget', 'soon'], '--budget: expected a time'],
    [['--what'], "Unknown option '--what'"],
  ])('%j gives one clear error and exit code 2', (argv, message) => {
    const { status, stdout, stderr } = start('measure', argv);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
  });

  it('refuses a truncated results file with one line, and leaves it', () => {
    mkdirSync(join(folder, 'local'));
    writeFileSync(join(folder, 'local', `${describeMachine(readText).id}.json`), '{"schema":1,"mach');
    const { status, stderr } = start('measure', ['--only', 'steady']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/expected JSON/);
    expect(stderr).not.toContain('    at ');
  });

  it('--help says what there is', () => {
    expect(start('measure', ['--help']).stdout).toContain('--budget <time>');
  });
});

describe('npm run doctor', () => {
  it('says what is here, what works, and what to install', () => {
    const { status, stdout } = start('doctor', [], { PATH: pathWithoutCompiler(folder) });
    expect(status).toBe(0);
    for (const heading of ['Machine', 'Runtimes', 'Measuring', 'Gates, as they read now', 'What to install']) {
      expect(stdout).toContain(heading);
    }
    expect(stdout).toContain(process.versions.node);
    expect(stdout).toMatch(/C on POSIX: Install a C compiler/);
  });
});

describe('npm run calibrate', () => {
  it('--help says what it takes; a wrong option is one clear error', () => {
    expect(start('calibrate', ['--help']).stdout).toContain('--aa <n>');
    expect(start('calibrate', ['--aa', 'many'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--aa'),
    });
  });
});
