/**
 * The facts of this machine that can change a figure. The text of the system's files is passed in, so that any machine
 * can be tested.
 */
import { availableParallelism, cpus } from 'node:os';
import { readCpuQuota } from './cpu-quota.ts';
import { allowedCpus, coresOfOneSpeed, physicalCores } from './pinning.ts';
import type { ReadText } from './read-text.ts';

export interface Fact {
  name: string;
  value: string;
  /** What it keeps the machine from showing, in words; null where it is no limit. */
  limit: string | null;
}

const CPU = '/sys/devices/system/cpu';

function virtualisation(readText: ReadText): Fact {
  const guest = / hypervisor( |$)/m.test(readText('/proc/cpuinfo') ?? '');
  const product = readText('/sys/class/dmi/id/product_name')?.trim();
  const value = guest ? `yes${product ? ` (${product})` : ''}` : 'none seen';
  return { name: 'virtual machine', value, limit: guest ? 'virtual machine: neighbours may take its time' : null };
}

function container(readText: ReadText): Fact {
  const quota = readCpuQuota(readText);
  if (quota) {
    const share = quota.cpus.toFixed(2);
    return { name: 'container limit', value: `${share} CPUs`, limit: `control group: at most ${share} CPUs of time` };
  }
  const inside = readText('/.dockerenv') !== null || readText('/run/.containerenv') !== null;
  return { name: 'container limit', value: inside ? 'container without a CPU limit' : 'none', limit: null };
}

function cores(readText: ReadText): Fact {
  const allowed = allowedCpus(readText);
  const physical = physicalCores(allowed, readText).length;
  const smt = physical < allowed.length ? `${allowed.length} logical CPUs are ${physical} cores (SMT)` : null;
  const kept = allowed.length < cpus().length ? `only ${allowed.length} of ${cpus().length} CPUs may be used` : null;
  const few = physical < 2 ? 'one core: nothing runs in parallel' : null;
  return { name: 'cores', value: `${availableParallelism()} usable, ${physical} physical`, limit: few ?? kept ?? smt };
}

function speeds(readText: ReadText): Fact {
  const allowed = allowedCpus(readText);
  const used = coresOfOneSpeed(allowed, readText);
  if (used.length === allowed.length) return { name: 'speeds of cores', value: 'one', limit: null };
  const limit = `cores of different speeds: pinned programs run on CPU ${used.join(', ')} only`;
  return { name: 'speeds of cores', value: `several, measured on ${used.length} of ${allowed.length}`, limit };
}

function frequency(readText: ReadText): Fact {
  const governor = readText(`${CPU}/cpu0/cpufreq/scaling_governor`)?.trim();
  if (!governor)
    return { name: 'cpufreq', value: 'not visible', limit: 'clock frequency can be neither seen nor fixed' };
  const steady = governor === 'performance';
  return {
    name: 'cpufreq',
    value: governor,
    limit: steady ? null : `frequency governor "${governor}": the clock varies`,
  };
}

function turbo(readText: ReadText): Fact {
  const off = readText('/sys/devices/system/cpu/intel_pstate/no_turbo')?.trim();
  const boost = readText(`${CPU}/cpufreq/boost`)?.trim();
  const on = off === '0' || boost === '1';
  if (off === undefined && boost === undefined) return { name: 'turbo', value: 'not visible', limit: null };
  return { name: 'turbo', value: on ? 'on' : 'off', limit: on ? 'turbo: one busy core runs faster than many' : null };
}

function addressSpaces(readText: ReadText): Fact {
  const info = readText('/proc/cpuinfo');
  if (!info || !/^flags\s*:/m.test(info)) return { name: 'PCID', value: 'not visible', limit: null };
  const has = /^flags\s*:.* pcid( |$)/m.test(info);
  const limit = 'no PCID: every switch between processes empties the TLB';
  return { name: 'PCID', value: has ? 'yes' : 'no', limit: has ? null : limit };
}

function hugePages(readText: ReadText): Fact {
  const value = /\[(\w+)\]/.exec(readText('/sys/kernel/mm/transparent_hugepage/enabled') ?? '')?.[1];
  const limit = value === 'always' ? 'transparent huge pages always on: memory comes in steps of 2 MiB' : null;
  return { name: 'transparent huge pages', value: value ?? 'not visible', limit };
}

function addressRandomisation(readText: ReadText): Fact {
  const value = readText('/proc/sys/kernel/randomize_va_space')?.trim();
  const off = value === '0';
  return {
    name: 'ASLR',
    value: value === undefined ? 'not visible' : off ? 'off' : 'on',
    limit: off ? 'ASLR is off: layout effects do not average out over fresh processes' : null,
  };
}

const INSPECTIONS = [
  cores,
  speeds,
  virtualisation,
  container,
  frequency,
  turbo,
  addressSpaces,
  hugePages,
  addressRandomisation,
];

export const inspectMachine = (readText: ReadText): Fact[] => INSPECTIONS.map((inspect) => inspect(readText));
