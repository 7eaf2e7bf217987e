import { describe, expect, it } from 'vitest';
import {
  type CpuTicks,
  capacityGate,
  cpuGates,
  loadAverageGate,
  pinningGates,
  readCpuTicks,
  readPressure,
  throttlingGates,
  withOwn,
} from '../../../../scripts/harness/machine/machine-gates.ts';
import { waitUntilQuiet } from '../../../../scripts/harness/machine/wait-until-quiet.ts';
import { files } from './files.ts';

const pressure = (average: number, total: number) =>
  `some avg10=${average.toFixed(2)} avg60=1.17 avg300=2.26 total=${total}\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=0\n`;

describe('readings of the system', () => {
  it('take stall from /proc/pressure/cpu', () => {
    expect(readPressure(files({ '/proc/pressure/cpu': pressure(0.9, 34_653_087) }))).toEqual({
      average: 0.9,
      total: 34_653_087,
    });
    expect(readPressure(files({}))).toBeNull();
    expect(readPressure(files({ '/proc/pressure/cpu': 'nonsense' }))).toBeNull();
  });

  it('take ticks from /proc, also when the process has an odd name', () => {
    const self = `1 (a) b (c) R ${Array.from({ length: 49 }, (_, index) => index).join(' ')}`;
    const texts = { '/proc/stat': 'cpu  100 1 50 1000 20 3 4 7 0 0\ncpu0 1\n', '/proc/self/stat': self };
    expect(readCpuTicks(files(texts))).toEqual({ all: 1185, busy: 158, stolen: 7, own: 10 + 11 + 12 + 13 });
    expect(readCpuTicks(files({}))).toBeNull();
  });
});

describe('gates over a cell', () => {
  const start: CpuTicks = { all: 0, busy: 0, stolen: 0, own: 0 };
  const outcomes = (after: CpuTicks, parallel = false) =>
    cpuGates(start, after, parallel).map(({ gate, outcome }) => `${gate} ${outcome}`);

  it('do not hold our own work against us', () => {
    expect(outcomes({ all: 1000, busy: 900, stolen: 0, own: 850 })).toEqual(['load passed', 'steal passed']);
  });
  it('see what others use; side by side less is allowed', () => {
    const third = { all: 900, busy: 500, stolen: 0, own: 200 };
    expect(outcomes(third)[0]).toBe('load passed');
    expect(outcomes(third, true)[0]).toBe('load failed');
    expect(outcomes({ all: 1000, busy: 900, stolen: 0, own: 300 })[0]).toBe('load failed');
  });
  it('do not take for others what children of ours used that still run', () => {
    const [before, after] = [
      { all: 0, busy: 0, stolen: 0, own: 0 },
      { all: 1000, busy: 800, stolen: 0, own: 300 },
    ];
    expect(cpuGates(before, withOwn(after, 4000), true)[0]).toMatchObject({ outcome: 'passed', reading: 0.1 });
  });
  it('see what the hypervisor takes', () => {
    expect(outcomes({ all: 1000, busy: 100, stolen: 150, own: 100 })[1]).toBe('steal failed');
  });
  it('are unavailable, with the reason, where there is no /proc or too little time', () => {
    expect(cpuGates(null, null, false).map(({ outcome }) => outcome)).toEqual(['unavailable', 'unavailable']);
    expect(outcomes({ all: 20, busy: 20, stolen: 0, own: 0 })).toEqual(['load unavailable', 'steal unavailable']);
  });
});

describe('other gates', () => {
  it('capacity: a core that is not there fails, with the reason', () => {
    expect(capacityGate(1.94, 2).outcome).toBe('passed');
    expect(capacityGate(1.2, 2)).toMatchObject({ outcome: 'failed', reading: 0.6 });
    expect(capacityGate(1, 1)).toMatchObject({ outcome: 'failed', reason: expect.stringContaining('one core') });
  });
  it('load average: counted per core', () => {
    expect(loadAverageGate(1, 2).outcome).toBe('passed');
    expect(loadAverageGate(1.9, 2).outcome).toBe('failed');
  });
});

describe('what a quota takes', () => {
  const quota = (periods: number, throttled: number) => ({ cpus: 1.5, periods, throttled });
  it('is no gate where nothing limits CPU time', () => expect(throttlingGates(null, null)).toEqual([]));
  it('fails where the time ran out in more than one period of twenty', () => {
    expect(throttlingGates(quota(100, 5), quota(200, 10))[0]).toMatchObject({ outcome: 'passed', reading: 0.05 });
    expect(throttlingGates(quota(100, 5), quota(200, 15))[0]).toMatchObject({ gate: 'throttling', outcome: 'failed' });
    expect(throttlingGates(quota(100, 5), quota(100, 5))[0]).toMatchObject({ outcome: 'passed', reading: 0 });
  });
});

describe('programs that were to be bound to cores', () => {
  it('pass when they were', () => expect(pinningGates('one-core', [2])[0]).toMatchObject({ outcome: 'passed' }));
  it('fail, and say so, when nothing could bind them', () =>
    expect(pinningGates('core-each', null)[0]).toMatchObject({ gate: 'pinning', outcome: 'failed' }));
  it('were not to be where placing is left to the scheduler', () => expect(pinningGates('free', null)).toEqual([]));
});

describe('waiting until it is quiet', () => {
  /** A machine whose clock only moves while we sleep; `stall` gives the share of each stretch of quiet that tasks waited. */
  function machine(average: number, stall: number[]) {
    let [clock, total] = [0, 0];
    const waits: string[] = [];
    const effects = {
      now: () => clock,
      sleep: async (ms: number) => {
        clock += ms;
        total += (stall.shift() ?? 0) * ms * 1000;
      },
      readText: () => pressure(average, total),
    };
    const wait = (patience: number) => waitUntilQuiet(effects, patience, ({ reason }) => waits.push(reason));
    return { wait, waits, slept: () => clock };
  }

  it('does not wait where the last ten seconds were quiet', async () => {
    const { wait, slept } = machine(1, []);
    expect(await wait(5000)).toMatchObject({ gate: 'pressure', outcome: 'passed', reading: 1 });
    expect(slept()).toBe(0);
  });
  it('does not take the echo of our own work for a busy machine', async () => {
    const { wait, waits } = machine(60, [0.02]);
    expect(await wait(5000)).toMatchObject({ outcome: 'passed', reading: 2 });
    expect(waits).toEqual([]);
  });
  it('goes on when it gets quiet', async () => {
    const { wait, waits, slept } = machine(60, [0.5, 0.4, 0.05]);
    expect((await wait(5000)).outcome).toBe('passed');
    expect(waits).toHaveLength(2);
    expect(slept()).toBe(600);
  });
  it('gives up at the limit and says so: nothing is published silently', async () => {
    const { wait, slept } = machine(60, Array(100).fill(0.5));
    expect(await wait(2000)).toMatchObject({ outcome: 'failed', reading: 50, limit: 10 });
    expect(slept()).toBe(2000);
  });
  it('is unavailable where the kernel does not tell', async () => {
    const effects = { now: () => 0, sleep: async () => {}, readText: () => null };
    expect(await waitUntilQuiet(effects, 1000, () => {})).toMatchObject({ outcome: 'unavailable' });
  });
});
