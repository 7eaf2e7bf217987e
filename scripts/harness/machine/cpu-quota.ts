/** CPU time limits of control groups, from this process' own group up to the root, versions 1 and 2 (cgroups(7)). */
import type { ReadText } from './read-text.ts';

export interface CpuQuota {
  /** CPUs' worth of time: 1.5 of any number of cores. The smallest limit on the way to the root. */
  cpus: number;
  /** Periods that have passed, and those in which the time ran out, summed over the groups that have a limit. */
  periods: number;
  throttled: number;
}

const ROOT = '/sys/fs/cgroup';

/** Folders of a group and of all groups that hold it: `/a/b` is `/a/b`, `/a` and the root. */
function upwards(mount: string, group: string): string[] {
  const steps = group.split('/').filter(Boolean);
  return Array.from({ length: steps.length + 1 }, (_, up) => [mount, ...steps.slice(0, steps.length - up)].join('/'));
}

/** Every folder that may hold a limit; a container may see its own group as the root, which is the last of them. */
function groupFolders(readText: ReadText): string[] {
  const lines = (readText('/proc/self/cgroup') ?? '').split('\n').filter(Boolean);
  const folders = lines.flatMap((line) => {
    const [, controllers = '', ...path] = line.split(':');
    const group = path.join(':');
    if (controllers === '') return [...upwards(ROOT, group), ...upwards(`${ROOT}/unified`, group)];
    if (!controllers.split(',').includes('cpu')) return [];
    return [...upwards(`${ROOT}/cpu`, group), ...upwards(`${ROOT}/${controllers}`, group)];
  });
  return [...new Set([...folders, ROOT])];
}

/** The limit one group sets itself, in CPUs; null where it sets none. */
function limitOf(folder: string, readText: ReadText): number | null {
  const [quota, period] = readText(`${folder}/cpu.max`)?.trim().split(' ') ?? [
    readText(`${folder}/cpu.cfs_quota_us`)?.trim(),
    readText(`${folder}/cpu.cfs_period_us`)?.trim(),
  ];
  const cpus = Number(quota) / Number(period);
  return Number.isFinite(cpus) && cpus > 0 ? cpus : null;
}

/** Null where no group on the way to the root limits CPU time. */
export function readCpuQuota(readText: ReadText): CpuQuota | null {
  const limited = new Map<string, { cpus: number; periods: number; throttled: number }>();
  for (const folder of groupFolders(readText)) {
    const cpus = limitOf(folder, readText);
    if (cpus === null) continue;
    const stat = readText(`${folder}/cpu.stat`) ?? '';
    const count = (name: string) => Number(new RegExp(`^${name} (\\d+)`, 'm').exec(stat)?.[1] ?? 0);
    const group = { cpus, periods: count('nr_periods'), throttled: count('nr_throttled') };
    limited.set(JSON.stringify(group), group); // One group may be seen under two mounts.
  }
  const groups = [...limited.values()];
  if (groups.length === 0) return null;
  return {
    cpus: Math.min(...groups.map(({ cpus }) => cpus)),
    periods: groups.reduce((sum, { periods }) => sum + periods, 0),
    throttled: groups.reduce((sum, { throttled }) => sum + throttled, 0),
  };
}
