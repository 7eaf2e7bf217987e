/** What this machine is made of, so that two machines with the same name are distinguished. */
import { cpus } from 'node:os';
import type { Identity } from '../../../src/measurement/results.ts';
import { allowedCpus, parseCpuList, physicalCores } from './pinning.ts';
import type { ReadText } from './read-text.ts';

/** Flags of /proc/cpuinfo that change a figure here: address spaces, threads of a core, clocks, mitigations, instructions. */
const FLAGS =
  'pcid invpcid ht hypervisor constant_tsc nonstop_tsc pti ibpb ibrs stibp aes sha_ni avx2 avx512f erms fsrm';
const CPU = '/sys/devices/system/cpu';

/** Generations by family and first model, as the kernel has them (arch/x86/kernel/cpu/amd.c, bsp_init_amd). */
const ZEN: Record<string, readonly (readonly [from: number, generation: string])[]> = {
  '23': [
    [0x00, 'Zen'],
    [0x30, 'Zen 2'],
    [0x50, 'Zen'],
    [0x60, 'Zen 2'],
  ],
  '25': [
    [0x00, 'Zen 3'],
    [0x10, 'Zen 4'],
    [0x20, 'Zen 3'],
    [0x60, 'Zen 4'],
  ],
  '26': [[0x00, 'Zen 5']],
};

function virtualisation(info: string, readText: ReadText): string {
  const product = readText('/sys/class/dmi/id/product_name')?.trim();
  if (!/^flags\s*:.* hypervisor( |$)/m.test(info)) return 'none';
  return product ? `virtual machine (${product})` : 'virtual machine';
}

function caches(readText: ReadText): string[] {
  return Array.from({ length: 10 }, (_, index) => `${CPU}/cpu0/cache/index${index}`).flatMap((folder) => {
    const [level, type, size] = ['level', 'type', 'size'].map((name) => readText(`${folder}/${name}`)?.trim());
    return level && type && size ? [`L${level} ${type} ${size}`] : [];
  });
}

/** @returns numbers as the system writes them; empty strings and lists where it does not say */
export function readIdentity(readText: ReadText): Identity {
  const info = readText('/proc/cpuinfo') ?? '';
  const field = (...names: string[]): string =>
    names.map((name) => new RegExp(`^${name}\\s*:\\s*(.+)$`, 'm').exec(info)?.[1]?.trim()).find(Boolean) ?? '';
  const present = readText(`${CPU}/present`);
  const all = present ? parseCpuList(present) : cpus().map((_, index) => index);
  const flags = ` ${field('flags', 'Features')} `;
  return {
    vendor: field('vendor_id', 'CPU implementer'),
    family: field('cpu family', 'CPU architecture'),
    model: field('model', 'CPU part'),
    stepping: field('stepping', 'CPU revision'),
    flags: FLAGS.split(' ').filter((flag) => flags.includes(` ${flag} `)),
    caches: caches(readText),
    cores: {
      physical: physicalCores(all, readText).length,
      logical: all.length,
      allowed: allowedCpus(readText).length,
    },
    virtualisation: virtualisation(info, readText),
  };
}

function generation({ vendor, family, model }: Identity): string {
  if (vendor !== 'AuthenticAMD') return family ? `family ${family}, model ${model}` : '';
  const known = ZEN[family]?.filter(([from]) => from <= Number(model)).at(-1);
  return known?.[1] ?? `family ${family}, model ${model}`;
}

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

/** For people: "AMD EPYC (Zen 4), 2 virtual cores, PCID". */
export function machineLabel(cpu: string, identity: Identity): string {
  const { physical, logical, allowed } = identity.cores;
  const made = generation(identity);
  const kind = identity.virtualisation === 'none' ? 'core' : 'virtual core';
  const threads = physical < logical ? ` (${count(logical, 'hardware thread')})` : '';
  const granted = allowed < logical ? `, ${allowed} of ${logical} allowed` : '';
  const x86 = ['AuthenticAMD', 'GenuineIntel'].includes(identity.vendor);
  const pcid = x86 ? [identity.flags.includes('pcid') ? 'PCID' : 'no PCID'] : [];
  return [`${cpu}${made ? ` (${made})` : ''}`, `${count(physical, kind)}${threads}${granted}`, ...pcid].join(', ');
}
