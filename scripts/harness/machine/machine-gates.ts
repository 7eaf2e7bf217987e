/** Gates: readings that say whether this machine was quiet enough to measure. Takes readings, returns gates; pure. */
import {
  CAPACITY_LIMIT,
  LOAD_AVERAGE_LIMIT,
  LOAD_LIMIT,
  LOAD_LIMIT_PARALLEL,
  PRESSURE_LIMIT,
  STEAL_LIMIT,
  THROTTLING_LIMIT,
} from '../../../src/measurement/limits.ts';
import type { Gate } from '../../../src/measurement/results.ts';
import { formatShare } from '../../../src/measurement/units.ts';
import type { Pinning } from '../definition/experiment.ts';
import type { CpuQuota } from './cpu-quota.ts';
import type { ReadText } from './read-text.ts';

/** ms of a tick: USER_HZ is 100 on every Linux that shows /proc/stat (proc_stat(5)). */
const TICK = 10;
/** Ticks of the whole machine below which a share is only rounding. */
const FEWEST_TICKS = 50;

function judged(
  gate: Gate['gate'],
  reading: number | null,
  limit: number | null,
  passed: boolean,
  reason: string,
): Gate {
  return { gate, outcome: passed ? 'passed' : 'failed', reading, limit, reason };
}

export function unavailable(gate: Gate['gate'], reason: string): Gate {
  return { gate, outcome: 'unavailable', reading: null, limit: null, reason };
}

/** Stall of /proc/pressure/cpu: the ten-second average in per cent, and the µs since the start. */
export function readPressure(readText: ReadText): { average: number; total: number } | null {
  const [, average, total] = /^some avg10=([\d.]+) .*total=(\d+)/m.exec(readText('/proc/pressure/cpu') ?? '') ?? [];
  return average === undefined || total === undefined ? null : { average: Number(average), total: Number(total) };
}

/** @param stalled per cent of the time */
export function pressureGate(stalled: number, over: string): Gate {
  const reason = `before our first program some task waited for a CPU for ${stalled.toFixed(1)} % of ${over}`;
  return judged('pressure', stalled, PRESSURE_LIMIT, stalled <= PRESSURE_LIMIT, reason);
}

/** Ticks of the machine's CPU time, and of them those used by this process and the children it has waited for. */
export interface CpuTicks {
  all: number;
  busy: number;
  stolen: number;
  own: number;
}

/** The same readings with so many more ms of the harness's own: used by children that have not been waited for yet. */
export const withOwn = (ticks: CpuTicks | null, ms: number): CpuTicks | null =>
  ticks && { ...ticks, own: ticks.own + ms / TICK };

/** From /proc/stat and /proc/self/stat (proc_stat(5), proc_pid_stat(5)); null where there is none. */
export function readCpuTicks(readText: ReadText): CpuTicks | null {
  const cpu = /^cpu +(.+)$/m.exec(readText('/proc/stat') ?? '')?.[1];
  const self = readText('/proc/self/stat')?.split(') ').at(-1);
  if (!cpu || !self) return null;
  const [user = 0, nice = 0, system = 0, idle = 0, wait = 0, irq = 0, soft = 0, stolen = 0] = cpu
    .split(' ')
    .map(Number);
  const busy = user + nice + system + irq + soft;
  // utime, stime, cutime, cstime: fields 14 to 17, the state after the name being the third.
  const own = self
    .split(' ')
    .slice(11, 15)
    .reduce((sum, field) => sum + Number(field), 0);
  return { all: busy + idle + wait + stolen, busy, stolen, own };
}

/** The gates `load` and `steal` of what was measured between two readings. */
export function cpuGates(before: CpuTicks | null, after: CpuTicks | null, parallel: boolean): Gate[] {
  if (!before || !after) {
    return [unavailable('load', 'no /proc/stat: what others used is unknown'), unavailable('steal', 'no /proc/stat')];
  }
  const all = after.all - before.all;
  if (all < FEWEST_TICKS) {
    const reason = 'over too soon to tell';
    return [unavailable('load', reason), unavailable('steal', reason)];
  }
  const others = Math.max(0, after.busy - before.busy - (after.own - before.own)) / all;
  const stolen = (after.stolen - before.stolen) / all;
  const limit = parallel ? LOAD_LIMIT_PARALLEL : LOAD_LIMIT;
  return [
    judged('load', others, limit, others <= limit, `others used ${formatShare(others)} of the machine's CPU time`),
    judged(
      'steal',
      stolen,
      STEAL_LIMIT,
      stolen <= STEAL_LIMIT,
      `the hypervisor took ${formatShare(stolen)} of the machine's time`,
    ),
  ];
}

/** @param granted cores' worth of work, as `CapacityProbe.read` gives it; the median where there are several readings */
export function capacityGate(granted: number, cores: number): Gate {
  if (cores < 2) return judged('capacity', 1, 2, false, 'one core: nothing runs in parallel on this machine');
  const reading = granted / cores;
  const reason = `${cores} cores together did ${formatShare(reading)} of what each does alone`;
  return judged('capacity', reading, CAPACITY_LIMIT, reading >= CAPACITY_LIMIT, reason);
}

/** The gate `throttling` of what was measured between two readings; none where nothing limits CPU time. */
export function throttlingGates(before: CpuQuota | null, after: CpuQuota | null): Gate[] {
  if (!before || !after) return [];
  const periods = after.periods - before.periods;
  const share = periods > 0 ? (after.throttled - before.throttled) / periods : 0;
  const reason = `the quota of ${after.cpus.toFixed(2)} CPUs ran out in ${formatShare(share)} of its periods`;
  return [judged('throttling', share, THROTTLING_LIMIT, share <= THROTTLING_LIMIT, reason)];
}

/** The gate `pinning`: fails where programs should have been bound to cores and could not be. */
export function pinningGates(pinning: Pinning, cpus: readonly number[] | null): Gate[] {
  if (pinning === 'free') return [];
  if (cpus) return [judged('pinning', null, null, true, `bound to CPU ${cpus.join(', ')}`)];
  const reason = 'the programs could not be bound to cores: that takes Linux with a C compiler or taskset';
  return [judged('pinning', null, null, false, reason)];
}

/** The substitute for `load` where there is no /proc, read once before the first program. */
export function loadAverageGate(average: number, cores: number): Gate {
  const share = average / cores;
  const reason = `load average of the last minute: ${share.toFixed(2)} per core, before the first program`;
  return judged('load', share, LOAD_AVERAGE_LIMIT, share <= LOAD_AVERAGE_LIMIT, reason);
}
