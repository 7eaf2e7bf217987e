import { describe, expect, it } from 'vitest';
import { describeMachine } from '../../../../scripts/harness/machine/describe-machine.ts';
import { inspectMachine } from '../../../../scripts/harness/machine/machine-facts.ts';
import {
  allowedCpus,
  coresOfOneSpeed,
  cpusFor,
  parseCpuList,
  physicalCores,
} from '../../../../scripts/harness/machine/pinning.ts';
import { readText } from '../../../../scripts/harness/machine/read-text.ts';
import { machineSchema } from '../../../../src/measurement/results.ts';
import { files } from './files.ts';

const CPU = '/sys/devices/system/cpu';
const fact = (name: string, texts: Record<string, string>) =>
  inspectMachine(files(texts)).find((one) => one.name === name);

describe('the machine', () => {
  it('fits the schema, is the same each time, and gives no host name away', async () => {
    const machine = describeMachine(readText);
    expect(machineSchema.parse(machine)).toEqual(machine);
    expect(describeMachine(readText).id).toBe(machine.id);
    const { hostname } = await import('node:os');
    expect(JSON.stringify(machine)).not.toContain(`"${hostname()}"`);
  });
});

describe('what limits a machine', () => {
  it.each<[string, Record<string, string>, string | null]>([
    ['container limit', { '/sys/fs/cgroup/cpu.max': '150000 100000\n' }, 'at most 1.50 CPUs'],
    ['container limit', { '/sys/fs/cgroup/cpu.max': 'max 100000\n' }, null],
    ['virtual machine', { '/proc/cpuinfo': 'flags\t\t: fpu hypervisor lm\n' }, 'neighbours'],
    ['virtual machine', { '/proc/cpuinfo': 'flags\t\t: fpu lm\n' }, null],
    ['PCID', { '/proc/cpuinfo': 'flags\t\t: fpu pcid lm\n' }, null],
    ['PCID', { '/proc/cpuinfo': 'flags\t\t: fpu invpcid lm\n' }, 'no PCID'],
    ['cpufreq', { [`${CPU}/cpu0/cpufreq/scaling_governor`]: 'powersave\n' }, '"powersave"'],
    ['cpufreq', { [`${CPU}/cpu0/cpufreq/scaling_governor`]: 'performance\n' }, null],
    ['cpufreq', {}, 'neither seen nor fixed'],
    ['turbo', { [`${CPU}/intel_pstate/no_turbo`]: '0\n' }, 'turbo'],
    ['turbo', { [`${CPU}/cpufreq/boost`]: '0\n' }, null],
    ['transparent huge pages', { '/sys/kernel/mm/transparent_hugepage/enabled': '[always] madvise never\n' }, '2 MiB'],
    ['transparent huge pages', { '/sys/kernel/mm/transparent_hugepage/enabled': 'always [madvise] never\n' }, null],
    ['ASLR', { '/proc/sys/kernel/randomize_va_space': '0\n' }, 'ASLR is off'],
    ['ASLR', { '/proc/sys/kernel/randomize_va_space': '2\n' }, null],
  ])('%s with %j: %s', (name, texts, limit) => {
    const found = fact(name, texts)?.limit;
    if (limit === null) expect(found).toBeNull();
    else expect(found).toContain(limit);
  });

  it('knows hyperthreads from cores', () => {
    const texts = {
      '/proc/self/status': 'Name:\tx\nCpus_allowed_list:\t0-3\n',
      [`${CPU}/cpu0/topology/thread_siblings_list`]: '0,2\n',
      [`${CPU}/cpu1/topology/thread_siblings_list`]: '1,3\n',
      [`${CPU}/cpu2/topology/thread_siblings_list`]: '0,2\n',
      [`${CPU}/cpu3/topology/thread_siblings_list`]: '1,3\n',
    };
    expect(physicalCores(allowedCpus(files(texts)), files(texts))).toEqual([0, 1]);
  });
});

describe('cores of two speeds', () => {
  const clocks = (...mhz: number[]) =>
    Object.fromEntries(mhz.map((clock, cpu) => [`${CPU}/cpu${cpu}/cpufreq/cpuinfo_max_freq`, `${clock}000\n`]));
  const capacities = (...all: number[]) =>
    Object.fromEntries(all.map((one, cpu) => [`${CPU}/cpu${cpu}/cpu_capacity`, `${one}\n`]));

  it('are measured on one kind: the more numerous, else the faster', () => {
    expect(coresOfOneSpeed([0, 1, 2, 3], files(capacities(446, 446, 1024, 1024)))).toEqual([2, 3]);
    expect(coresOfOneSpeed([0, 1, 2, 3], files(clocks(5000, 3800, 3800, 3800)))).toEqual([1, 2, 3]);
  });
  it('are one kind where a favoured core runs a few per cent faster, or nothing tells', () => {
    expect(coresOfOneSpeed([0, 1], files(clocks(5200, 5000)))).toEqual([0, 1]);
    expect(coresOfOneSpeed([4, 2], files({}))).toEqual([2, 4]);
  });
  it('are said', () => {
    const texts = { '/proc/self/status': 'Cpus_allowed_list:\t0-3\n', ...capacities(446, 446, 1024, 1024) };
    expect(fact('speeds of cores', texts)?.limit).toContain('CPU 2, 3 only');
  });
});

describe('pinning', () => {
  it('reads the kernel’s lists', () => expect(parseCpuList('0-2,5,7-8\n')).toEqual([0, 1, 2, 5, 7, 8]));
  it('is the first core, all cores, or the scheduler’s choice', () => {
    expect(cpusFor('one-core', [2, 3], true)).toEqual([2]);
    expect(cpusFor('core-each', [2, 3], true)).toEqual([2, 3]);
    expect(cpusFor('free', [2, 3], true)).toBeNull();
    expect(cpusFor('one-core', [2, 3], false)).toBeNull();
  });
});
