/** Assigns the CPythons that were found to runtime ids. Pure: probes in, roles out. */
import type { Probe } from './cpython-probe.ts';

/** Programs here run on 3.8 and later. */
const OLDEST = 8;

/** From this minor version on, a GIL build is the column CPython wherever it was found: `python3` is often years older. */
const CURRENT = 14;

export interface Candidate {
  probe: Probe;
  from: 'standard' | 'named' | 'unpacked' | 'other';
}

export interface Roles {
  /** Role id → interpreter. */
  chosen: Map<string, Probe>;
  /** Role id → why there is none. */
  absent: Map<string, string>;
}

/** `3.14.2` → [3, 14, 2]; an alpha, beta or candidate counts as its release. */
const parts = (version: string): [number, number, number] => {
  const [, major = '0', minor = '0', patch = '0'] = /^(\d+)\.(\d+)(?:\.(\d+))?/.exec(version) ?? [];
  return [Number(major), Number(minor), Number(patch)];
};

const minor = (probe: Probe): number => parts(probe.version)[1];

/** Newest first. */
export function byVersion(a: Probe, b: Probe): number {
  const [x, y] = [parts(a.version), parts(b.version)];
  return y[0] - x[0] || y[1] - x[1] || y[2] - x[2] || b.version.localeCompare(a.version);
}

/** The build options that change its speed: level of optimisation, profile, link-time optimisation, debug build. */
export function optimisation(probe: Probe): string {
  const level = probe.compilerFlags.match(/-O(?:\d|s|fast|g)\b/g)?.at(-1) ?? '-O?';
  const has = (flag: string): boolean => probe.configArguments.includes(flag);
  const extras = [
    has('--enable-optimizations') && 'profile-guided',
    (has('--with-lto') || / -flto\b/.test(probe.compilerFlags)) && 'link-time optimised',
    has('--with-pydebug') && 'debug build',
  ].filter((extra) => extra !== false);
  return [level, ...extras].join(', ');
}

/** Same version, compiler and optimisation: only the lock differs. */
const isTwin = (free: Probe, other: Probe): boolean =>
  !other.gilDisabledBuild &&
  other.version === free.version &&
  other.compiler === free.compiler &&
  optimisation(other) === optimisation(free);

function usable(candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(
    ({ probe }) => probe.implementation === 'CPython' && parts(probe.version)[0] === 3 && minor(probe) >= OLDEST,
  );
}

/** What the user named first, then by `preference`, then the newest, then what was built with a profile. */
function best(candidates: readonly Candidate[], preference: (probe: Probe) => boolean): Probe | undefined {
  const rank = ({ probe, from }: Candidate): number => (from === 'named' ? 2 : 0) + (preference(probe) ? 1 : 0);
  const profiled = ({ probe }: Candidate): number => (optimisation(probe).includes('profile-guided') ? 1 : 0);
  return [...candidates].sort(
    (a, b) => rank(b) - rank(a) || byVersion(a.probe, b.probe) || profiled(b) - profiled(a),
  )[0]?.probe;
}

function why(probes: readonly Probe[]): string {
  const versions = probes.map((probe) => `${probe.version}${probe.gilDisabledBuild ? 't' : ''}`);
  return versions.length === 0 ? 'no CPython answered' : `found only ${[...new Set(versions)].join(', ')}`;
}

/** The newest of each other minor version and build, as `cpython-3.9` or `cpython-3.13t`. */
function extras(probes: readonly Probe[], chosen: ReadonlyMap<string, Probe>): [string, Probe][] {
  const same = (a: Probe, b: Probe): boolean => a.version === b.version && a.gilDisabledBuild === b.gilDisabledBuild;
  const idle = probes.filter((probe) => ![...chosen.values()].some((taken) => same(taken, probe))).sort(byVersion);
  const found = new Map<string, Probe>();
  for (const probe of idle) {
    const id = `cpython-3.${minor(probe)}${probe.gilDisabledBuild ? 't' : ''}`;
    if (!chosen.has(id) && !found.has(id)) found.set(id, probe);
  }
  return [...found].sort(([, a], [, b]) => byVersion(b, a));
}

/** Assigns `cpython`, `cpython-ft`, `cpython-gil`, then the others. One interpreter may have two roles. */
export function chooseRoles(candidates: readonly Candidate[]): Roles {
  const fit = usable(candidates);
  const probes = fit.map(({ probe }) => probe);
  const chosen = new Map<string, Probe>();
  const absent = new Map<string, string>();
  const give = (id: string, probe: Probe | undefined, reason: string): void => {
    if (probe) chosen.set(id, probe);
    else absent.set(id, reason);
  };

  const released = ({ version }: Probe): boolean => /^[\d.]+$/.test(version);
  const current = fit.filter(({ probe }) => !probe.gilDisabledBuild && minor(probe) >= CURRENT && released(probe));
  const standard = candidates.find(({ from }) => from === 'standard');
  const unfit = standard ? `python3 on PATH is ${standard.probe.implementation} ${standard.probe.version}` : null;
  give(
    'cpython',
    best(current, () => true) ?? fit.find(({ from }) => from === 'standard')?.probe,
    unfit ?? 'no python3 that works is on PATH',
  );

  const hasTwin = (probe: Probe): boolean => probes.some((other) => isTwin(probe, other));
  const free = fit.filter(({ probe }) => probe.gilDisabledBuild && !probe.gilEnabled);
  const ft = best(free, hasTwin);
  give('cpython-ft', ft, `no free-threaded CPython: ${why(probes)}`);
  const twin =
    ft &&
    best(
      fit.filter(({ probe }) => isTwin(ft, probe)),
      () => true,
    );
  give(
    'cpython-gil',
    twin,
    ft
      ? `no GIL build of ${ft.version} by the same compiler with the same optimisation`
      : 'no free-threaded CPython to pair it with',
  );

  for (const [id, probe] of extras(probes, chosen)) chosen.set(id, probe);
  return { chosen, absent };
}
