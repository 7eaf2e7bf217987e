import { describe, expect, it } from 'vitest';
import { type Sample, sampleTasks, type TaskReading } from '../../scripts/examine/sample-tasks.ts';
import { isHelper, reportWindow, windowIn } from '../../scripts/examine/window-report.ts';

const MS = 1e6; // ns
const task = (id: number, ran: number, more: Partial<TaskReading> = {}): TaskReading => ({
  id,
  name: 'node',
  commandLine: 'node thread.js',
  forked: false,
  ran: ran * MS,
  faults: 0,
  core: 0,
  ...more,
});
const at = (moment: number, ...tasks: TaskReading[]): Sample => ({ at: moment, tasks });

describe('who is a helper', () => {
  it.each([
    ['V8Worker', 'node thread.js'],
    ['libuv-worker', 'node thread.js'],
    ['python3', 'python3 -c from multiprocessing.resource_tracker import main;main(5)'],
    ['python3', 'python3 -c from multiprocessing.forkserver import main; main(5)'],
  ])('%s of %s', (name, commandLine) => expect(isHelper({ name, commandLine, forked: false })).toBe(true));

  it.each([
    ['MainThread', 'node thread.js'],
    ['python3', 'python3 process.shared-memory.py'],
  ])('not %s of %s', (name, commandLine) => expect(isHelper({ name, commandLine, forked: false })).toBe(false));
});

it('knows a worker that the fork server made', () => {
  const commandLine = 'python3 -c from multiprocessing.forkserver import main; main(5)';
  expect(isHelper({ name: 'python3', commandLine, forked: true })).toBe(false);
});

describe('the window of a program', () => {
  it('is read from the line it prints', () => {
    expect(windowIn('wall = 4 ms\nwindow 12.5 80.25\n')).toEqual({ began: 12.5, ended: 80.25 });
    expect(windowIn('wall = 4 ms\n')).toBeUndefined();
  });

  it('counts what was had inside it, workers and helpers apart', () => {
    const samples = [
      at(0, task(1, 40), task(2, 5, { name: 'V8Worker' })),
      at(10, task(1, 50), task(2, 6, { name: 'V8Worker' })),
      at(20, task(1, 59, { faults: 3 }), task(2, 8, { name: 'V8Worker', faults: 7 }), task(3, 9, { core: 1 })),
      at(30, task(1, 69), task(2, 60, { name: 'V8Worker' }), task(3, 19, { core: 1 })),
    ];
    expect(reportWindow(samples, { began: 10, ended: 20 })).toEqual({
      window: 10,
      worked: 18,
      helped: 2,
      helpers: ['V8Worker'],
      faults: 3,
      cores: 2,
      mostAtOnce: 2,
    });
  });

  it('takes the last look where the program was gone before the next', () => {
    expect(reportWindow([at(0, task(1, 1)), at(10, task(1, 11))], { began: 0, ended: 12 })?.worked).toBe(10);
  });

  it('is not reported where nobody looked', () => {
    expect(reportWindow([at(0, task(1, 1))], { began: 5, ended: 6 })).toBeUndefined();
    expect(reportWindow([], { began: 5, ended: 6 })).toBeUndefined();
  });
});

describe.runIf(process.platform === 'linux')('looking at this process', () => {
  it('sees its main thread and what it has had', () => {
    const { tasks } = sampleTasks(process.pid);
    const main = tasks.find(({ id }) => id === process.pid);
    expect(main?.ran).toBeGreaterThan(0);
    expect(main?.commandLine).toContain('node');
    expect(sampleTasks(0x7fffffff).tasks).toEqual([]);
  });
});
