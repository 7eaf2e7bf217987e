import { describe, expect, it } from 'vitest';
import { describeMachine } from '../../../../scripts/harness/machine/describe-machine.ts';
import { machineLabel, readIdentity } from '../../../../scripts/harness/machine/identity.ts';

const CPU = '/sys/devices/system/cpu';
const EPYC = { vendor: 'AuthenticAMD', family: 25, model: 17, stepping: 1, flags: 'fpu ht pcid invpcid hypervisor lm' };
const info = ({ vendor, family, model, stepping, flags }: typeof EPYC) =>
  `vendor_id\t: ${vendor}\ncpu family\t: ${family}\nmodel\t\t: ${model}\nmodel name\t: AMD EPYC\nstepping\t: ${stepping}\nflags\t\t: ${flags}\n`;
const machine = (cpu: Partial<typeof EPYC>, texts: Record<string, string> = {}) => {
  const all: Record<string, string> = {
    '/proc/cpuinfo': info({ ...EPYC, ...cpu }),
    '/proc/self/status': 'Cpus_allowed_list:\t0-1\n',
    [`${CPU}/present`]: '0-1\n',
    ...texts,
  };
  return (path: string) => all[path] ?? null;
};

describe('the identity of a machine', () => {
  it('is read as the system writes it', () => {
    const cache = { [`${CPU}/cpu0/cache/index2/level`]: '2\n', [`${CPU}/cpu0/cache/index2/type`]: 'Unified\n' };
    expect(readIdentity(machine({}, { ...cache, [`${CPU}/cpu0/cache/index2/size`]: '1024K\n' }))).toEqual({
      vendor: 'AuthenticAMD',
      family: '25',
      model: '17',
      stepping: '1',
      flags: ['pcid', 'invpcid', 'ht', 'hypervisor'],
      caches: ['L2 Unified 1024K'],
      cores: { physical: 2, logical: 2, allowed: 2 },
      virtualisation: 'virtual machine',
    });
  });

  it.each<[string, Partial<typeof EPYC>, Record<string, string>]>([
    ['vendor', { vendor: 'HygonGenuine' }, {}],
    ['family', { family: 23 }, {}],
    ['model', { model: 1 }, {}],
    ['stepping', { stepping: 2 }, {}],
    ['PCID', { flags: 'fpu ht hypervisor lm' }, {}],
    [
      'caches',
      {},
      Object.fromEntries(['level', 'type', 'size'].map((name) => [`${CPU}/cpu0/cache/index3/${name}`, '9'])),
    ],
    ['allowed cores', {}, { '/proc/self/status': 'Cpus_allowed_list:\t0\n' }],
    ['threads of a core', {}, { [`${CPU}/cpu1/topology/thread_siblings_list`]: '0-1\n' }],
  ])('differs with the %s though the name is the same', (_, cpu, texts) => {
    expect(describeMachine(machine(cpu, texts)).id).not.toBe(describeMachine(machine({})).id);
    expect(describeMachine(machine({})).id).toBe(describeMachine(machine({})).id);
  });

  it.each<[Partial<typeof EPYC>, Record<string, string>, string]>([
    [{}, {}, 'AMD EPYC (Zen 4), 2 virtual cores, PCID'],
    [{ family: 23, model: 49, flags: 'fpu hypervisor' }, {}, 'AMD EPYC (Zen 2), 2 virtual cores, no PCID'],
    [{ flags: 'fpu pcid' }, {}, 'AMD EPYC (Zen 4), 2 cores, PCID'],
    [{}, { '/proc/self/status': 'Cpus_allowed_list:\t1\n' }, 'AMD EPYC (Zen 4), 2 virtual cores, 1 of 2 allowed, PCID'],
    [{ vendor: 'GenuineIntel', family: 6, model: 143 }, {}, 'AMD EPYC (family 6, model 143), 2 virtual cores, PCID'],
  ])('is told to people: %j %j', (cpu, texts, label) =>
    expect(machineLabel('AMD EPYC', readIdentity(machine(cpu, texts)))).toBe(label),
  );

  it('of a machine that tells nothing is empty, and still has a label', () => {
    const identity = readIdentity(() => null);
    expect(identity).toMatchObject({ vendor: '', family: '', flags: [], caches: [] });
    expect(machineLabel('Apple M2', identity)).toMatch(/^Apple M2, \d+ cores?/);
  });
});
