import { describe, expect, it } from 'vitest';
import { readCpuQuota } from '../../../../scripts/harness/machine/cpu-quota.ts';

const read = (texts: Record<string, string>) => readCpuQuota((path) => texts[path] ?? null);
const ROOT = '/sys/fs/cgroup';

describe('a CPU quota', () => {
  it('is none where no group has one', () => {
    expect(read({})).toBeNull();
    expect(read({ '/proc/self/cgroup': '0::/a\n', [`${ROOT}/a/cpu.max`]: 'max 100000\n' })).toBeNull();
    const unlimited = { '/proc/self/cgroup': '1:cpu:/a\n', [`${ROOT}/cpu/a/cpu.cfs_quota_us`]: '-1\n' };
    expect(read({ ...unlimited, [`${ROOT}/cpu/a/cpu.cfs_period_us`]: '100000\n' })).toBeNull();
  });

  it('of a container is seen at the root that it sees', () => {
    expect(read({ '/proc/self/cgroup': '0::/\n', [`${ROOT}/cpu.max`]: '150000 100000\n' })?.cpus).toBe(1.5);
  });

  it('is the smallest on the way to the root: a slice may hold less than the group in it', () => {
    const texts = {
      '/proc/self/cgroup': '0::/user.slice/user-1.slice/run.scope\n',
      [`${ROOT}/user.slice/user-1.slice/run.scope/cpu.max`]: '400000 100000\n',
      [`${ROOT}/user.slice/user-1.slice/cpu.max`]: 'max 100000\n',
      [`${ROOT}/user.slice/cpu.max`]: '50000 100000\n',
      [`${ROOT}/user.slice/cpu.stat`]: 'usage_usec 1\nnr_periods 20\nnr_throttled 7\nthrottled_usec 9\n',
    };
    expect(read(texts)).toEqual({ cpus: 0.5, periods: 20, throttled: 7 });
  });

  it.each(['cpu', 'cpu,cpuacct'])('of version 1 is read under %s', (mount) => {
    const texts = {
      '/proc/self/cgroup': '5:memory:/docker/x\n4:cpu,cpuacct:/docker/x\n0::/\n',
      [`${ROOT}/${mount}/docker/x/cpu.cfs_quota_us`]: '200000\n',
      [`${ROOT}/${mount}/docker/x/cpu.cfs_period_us`]: '100000\n',
      [`${ROOT}/${mount}/docker/x/cpu.stat`]: 'nr_periods 4\nnr_throttled 3\n',
    };
    expect(read(texts)).toEqual({ cpus: 2, periods: 4, throttled: 3 });
  });
});
