import { describe, expect, it } from 'vitest';
import { judgeRun, presentable, runtimeFolder } from '../../../../scripts/harness/launch/judge-run.ts';
import type { RunOutcome } from '../../../../scripts/harness/launch/run-outcome.ts';

const metrics = { time: { label: 'Time', unit: 'ms', better: 'lower' } } as const;
const rules = { metrics, timeLimit: 5 };
const outcome = (over: Partial<RunOutcome> = {}): RunOutcome => ({
  ending: { code: 0, signal: null },
  timedOut: false,
  left: false,
  flooded: false,
  aborted: false,
  wall: 12,
  cpu: 3,
  switches: { voluntary: 1, involuntary: 2 },
  stdout: 'time = 1 ms',
  log: 'time = 1 ms',
  notStarted: null,
  ...over,
});
const dead = { ending: { code: null, signal: 'SIGSEGV' }, stdout: '' };
const hung = { timedOut: true, ending: { code: null, signal: 'SIGKILL' }, stdout: '' };

describe('a run', () => {
  it('that went well is an invocation', () => {
    const { stdout: _, log, ...rest } = outcome();
    expect(judgeRun(outcome(), rules, ['/root'])).toEqual({
      invocation: { values: { time: 1 }, wall: 12, cpu: 3, switches: rest.switches, ending: rest.ending },
      slices: [],
      log,
    });
  });

  it.each<[string, Partial<RunOutcome>]>([
    ['could not be started: exec: nothing there', { notStarted: 'exec: nothing there' }],
    ['printed more than 1 MiB', { flooded: true, ...dead }],
    ['did not end within its 5 s', hung],
    ['ended with code 3', { ending: { code: 3, signal: null } }],
    ['was killed by SIGSEGV', dead],
    ['left a process behind', { left: true }],
    ['printed no "time = …"', { stdout: 'nothing' }],
  ])('failed: %s', (failure, over) => {
    expect(judgeRun(outcome(over), rules, ['/root'])).toMatchObject({ failure });
  });

  it('that was stopped from outside says nothing', () => {
    expect(judgeRun(outcome({ aborted: true, ...dead }), rules, ['/root'])).toBe('aborted');
  });
});

describe('a run whose host may die', () => {
  const mortal = { ...rules, mayDie: true };
  const values = (over: Partial<RunOutcome>) => {
    const run = judgeRun(outcome(over), mortal, ['/root']);
    return typeof run === 'object' && 'invocation' in run ? [run.invocation.values, run.invocation.ending] : run;
  };

  it('survived when it ended well with its figures', () => {
    expect(values({})).toEqual([
      { time: 1, survived: 1, hung: 0 },
      { code: 0, signal: null },
    ]);
  });
  it('did not survive a signal, a code, or the loss of its figures', () => {
    expect(values(dead)).toEqual([{ survived: 0, hung: 0 }, dead.ending]);
    expect(values({ ending: { code: 3, signal: null } })).toEqual([
      { time: 1, survived: 0, hung: 0 },
      { code: 3, signal: null },
    ]);
    expect(values({ stdout: '' })).toEqual([
      { survived: 0, hung: 0 },
      { code: 0, signal: null },
    ]);
  });
  it.each<[string, string, RunOutcome['ending'], number | undefined]>([
    ['the signal announced', 'fault-signal = 11', dead.ending, 1],
    ['another signal', 'fault-signal = 6', dead.ending, 0],
    ['the code announced', 'fault-code = 3', { code: 3, signal: null }, 1],
    ['another code', 'fault-code = 3', { code: 1, signal: null }, 0],
    ['a fault and no word of it', '', dead.ending, undefined],
    ['no fault', 'fault-signal = 11', { code: 0, signal: null }, undefined],
  ])('that ends with %s is judged by its ending', (_, stdout, ending, reached) => {
    const fault = { unit: 'count', better: 'neither', optional: true } as const;
    const faults = { 'fault-signal': { label: 'Signal', ...fault }, 'fault-code': { label: 'Code', ...fault } };
    const run = judgeRun(outcome({ stdout, ending }), { ...mortal, metrics: faults }, ['/root']);
    expect(run).toMatchObject({ invocation: { ending } });
    expect(typeof run === 'object' && 'invocation' in run && run.invocation.values['reached']).toBe(reached);
  });

  it('says why a variant has no such case', () => {
    const stdout = 'does not apply: process.abort() is not there';
    expect(judgeRun(outcome({ stdout }), mortal, ['/root'])).toMatchObject({ failure: stdout, notApplicable: true });
  });

  it('hung when it had to be ended', () => {
    expect(values(hung)).toEqual([
      { survived: 0, hung: 1 },
      { code: null, signal: 'TIMEOUT' },
    ]);
  });
  it('may leave children behind only if it died', () => {
    expect(values({ ...dead, left: true })).toEqual([{ survived: 0, hung: 0 }, dead.ending]);
    expect(values({ left: true })).toMatchObject({ failure: 'left a process behind' });
  });
  it('still fails when it could not be started or printed nonsense: that is no death', () => {
    expect(values({ notStarted: 'exec: gone' })).toMatchObject({ failure: 'could not be started: exec: gone' });
    expect(values({ stdout: 'time = NaN ms' })).toMatchObject({ failure: expect.stringContaining('NaN') });
  });
});

describe('a log', () => {
  it('loses control characters and the path of the project', () => {
    expect(presentable('\x1b[31mred\x1b[0m\x07 at /home/me/project/a.ts\r\n', ['/home/me/project'])).toBe(
      'red at a.ts\n',
    );
  });
  it('loses it too where a module is named by its address', () => {
    const log = 'at run (file:///srv/project/.cache/a.mjs:7:11)\nfile:///home/me/b.mjs:1';
    expect(presentable(log, ['/srv/project'])).toBe('at run (.cache/a.mjs:7:11)\n~/b.mjs:1');
  });

  it('names no home directory', () => {
    expect(presentable('File "/home/me/.pyenv/a.py" and /root/b.py', ['/project'])).toBe(
      'File "~/.pyenv/a.py" and ~/b.py',
    );
  });

  it('names what lies within a runtime from there on, wherever it is installed', () => {
    const folder = runtimeFolder('/opt/pythons/3.14t/bin/python3.14t');
    const log = 'File "/opt/pythons/3.14t/lib/python3.14t/threading.py" and /srv/opt/pythons/3.14t/a.py';
    expect(presentable(log, ['/opt/pythons', folder])).toBe(
      'File "lib/python3.14t/threading.py" and /srv/opt/pythons/3.14t/a.py',
    );
  });

  it('leaves paths alone that every system has, and a folder whose name only looks like a home', () => {
    const log = 'File "/usr/lib/python3.13/queue.py" in /mnt/root/a and /data/home/me/b';
    expect(presentable(log, ['/project', runtimeFolder('/usr/bin/python3')])).toBe(log);
  });

  it('keeps its beginning and its end when it is long', () => {
    const log = presentable(`first${'x'.repeat(50_000)}last`, ['/root']);
    expect(log.length).toBeLessThanOrEqual(8000);
    expect(log).toMatch(/^first.*characters left out.*last$/s);
  });
});
