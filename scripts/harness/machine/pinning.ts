/** On which logical CPUs the programs of a round run. */
import { availableParallelism } from 'node:os';
import { findOnPath } from '../../runtimes/find-on-path.ts';
import type { Pinning } from '../definition/experiment.ts';
import type { ReadText } from './read-text.ts';

/** Parses the kernel's CPU lists: "0-2,5" is 0, 1, 2, 5. */
export function parseCpuList(list: string): number[] {
  return list
    .trim()
    .split(',')
    .filter(Boolean)
    .flatMap((part) => {
      const [first = 0, last = first] = part.split('-').map(Number);
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    });
}

/** The logical CPUs this process may use; a container or `taskset` may allow fewer than the machine has. */
export function allowedCpus(readText: ReadText): number[] {
  const list = /^Cpus_allowed_list:\s*(\S+)/m.exec(readText('/proc/self/status') ?? '')?.[1];
  return list ? parseCpuList(list) : Array.from({ length: availableParallelism() }, (_, cpu) => cpu);
}

/** One logical CPU per physical core, of those given: two hyperthreads of a core are not two cores. */
export function physicalCores(cpus: readonly number[], readText: ReadText): number[] {
  const seen = new Set<number>();
  return cpus.filter((cpu) => {
    const siblings = readText(`/sys/devices/system/cpu/cpu${cpu}/topology/thread_siblings_list`);
    const first = siblings ? (parseCpuList(siblings)[0] ?? cpu) : cpu;
    if (seen.has(first)) return false;
    seen.add(first);
    return true;
  });
}

/** Clocks that differ by less are one speed: vendors let favoured cores run a few per cent faster. */
const SAME_SPEED = 0.9;

/**
 * Cores of one speed out of those given: where a machine has fast and slow ones, the more numerous kind, and of two
 * equally many the faster. By `cpu_capacity` (arm64), else by the highest clock (cpufreq); all where neither tells.
 */
export function coresOfOneSpeed(cpus: readonly number[], readText: ReadText): number[] {
  const speedOf = (cpu: number): number => {
    const folder = `/sys/devices/system/cpu/cpu${cpu}`;
    return Number(readText(`${folder}/cpu_capacity`) ?? readText(`${folder}/cpufreq/cpuinfo_max_freq`) ?? 0);
  };
  const bySpeed = [...cpus].sort((a, b) => speedOf(b) - speedOf(a) || a - b);
  const groups: number[][] = [];
  for (const cpu of bySpeed) {
    const group = groups.at(-1);
    if (group?.[0] !== undefined && speedOf(cpu) >= SAME_SPEED * speedOf(group[0])) group.push(cpu);
    else groups.push([cpu]);
  }
  const [most = []] = groups.sort((a, b) => b.length - a.length); // A stable sort: the faster stay ahead.
  return most.sort((a, b) => a - b);
}

/** The logical CPUs that programs are bound to: allowed, of one speed, one hardware thread of a core. */
export const measuringCores = (readText: ReadText): number[] =>
  physicalCores(coresOfOneSpeed(allowedCpus(readText), readText), readText);

/** The CPUs of `allowed` a pinning means here; null where programs are left to the scheduler or nothing here can pin. */
export function cpusFor(pinning: Pinning, allowed: readonly number[], canPin: boolean): readonly number[] | null {
  if (pinning === 'free' || !canPin) return null;
  return pinning === 'one-core' ? allowed.slice(0, 1) : allowed;
}

/** Whether this machine can pin: Linux with the exact launcher or with `taskset`. */
export function canPin(exact: boolean): boolean {
  return process.platform === 'linux' && (exact || findOnPath('taskset') !== null);
}
