/**
 * CPython, in as many versions as the machine has: `cpython` (3.14 or later where there is one, else python3 on PATH), `cpython-ft`
 * (free-threaded), `cpython-gil` (its twin with the lock), and every other one as `cpython-3.8`, … for experiments that ask for
 * `every-python`.
 */
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cpythonPlaces, VARIABLE } from './cpython-places.ts';
import type { Probe } from './cpython-probe.ts';
import { probeAll } from './cpython-probe-cache.ts';
import { compileAhead, pythonImports } from './cpython-program.ts';
import { type Candidate, chooseRoles, optimisation } from './cpython-roles.ts';
import type { FoundRuntimes, Installation, MissingRuntime, RuntimeFamily } from './runtime.ts';

const CACHE = join(import.meta.dirname, '..', '..', '.cache', 'runtimes');

const OBTAIN = `Install python3.14t or run "uv python install 3.14t 3.14", and name what is not found in ${VARIABLE}.`;

const ROLES: Record<string, { label: string; remedy: string }> = {
  cpython: { label: 'CPython', remedy: 'Install Python 3.8 or later so that python3 is on PATH.' },
  'cpython-ft': { label: 'CPython, free-threaded', remedy: OBTAIN },
  'cpython-gil': { label: 'CPython, GIL build of the same version', remedy: OBTAIN },
};

/** The options of `configure`, without those that contain a path of this machine. */
function switches(configArguments: string): string {
  const found = configArguments.match(/--(?:enable|disable|with|without)-[^\s']+/g) ?? [];
  return found.filter((argument) => !argument.includes('/')).join(' ');
}

function installation(id: string, probe: Probe): Installation {
  const lock = probe.gilDisabledBuild ? 'free-threaded build, GIL off' : 'GIL on';
  return {
    info: {
      id,
      label: `CPython ${probe.version}${probe.gilDisabledBuild ? ', free-threaded' : ''}`,
      language: 'python',
      version: probe.version,
      details: {
        GIL: lock,
        compiler: probe.compiler,
        'optimisation, as recorded': optimisation(probe),
        configured: switches(probe.configArguments) || 'with the defaults',
        libc: probe.libc,
        'sub-interpreters': probe.interpreters ? 'concurrent.interpreters' : 'none in the standard library',
        ...(id === 'cpython-ft' && probe.version.startsWith('3.13.')
          ? { 'specialising interpreter': 'off: 3.13 has none in its free-threaded build' }
          : {}),
      },
    },
    path: probe.executable,
    prepare: (program) => compileAhead(probe.executable, program),
    command: (program, { runtimeArgs, args }) => ({
      file: probe.executable,
      argv: [...runtimeArgs, program, ...args],
      env: {},
    }),
    imports: pythonImports,
    abilities: [
      ...(probe.interpreters ? ['sub-interpreters'] : []),
      ...(probe.sitePackages.split(delimiter).some((folder) => existsSync(join(folder, 'PIL'))) ? ['pillow'] : []),
    ],
  };
}

/** The interpreters that the user named and that did not answer. */
function unanswered(named: readonly string[], answers: ReadonlyMap<string, Probe | Error>): MissingRuntime[] {
  return named.flatMap((path, index) => {
    const answer = existsSync(path) ? answers.get(realpathSync(path)) : new Error(`${path} does not exist`);
    if (!(answer instanceof Error)) return [];
    const remedy = `Expected in ${VARIABLE} absolute paths of CPython executables, separated by colons. Correct or remove this one.`;
    return [
      {
        id: `cpython-named-${index + 1}`,
        label: `CPython named in ${VARIABLE}`,
        language: 'python',
        reason: answer.message,
        remedy,
      },
    ];
  });
}

/** @param environment and @param cache as `cpythonPlaces` takes them */
export async function findCPythons(environment: NodeJS.ProcessEnv, cache: string): Promise<FoundRuntimes> {
  const places = cpythonPlaces(environment, cache);
  const real = (paths: readonly (string | null)[]): string[] =>
    paths.flatMap((path) => (path !== null && existsSync(path) ? [realpathSync(path)] : []));
  const origins = new Map<string, Candidate['from'][]>();
  const groups = { standard: [places.standard], named: places.named, unpacked: places.unpacked, other: places.others };
  for (const [from, paths] of Object.entries(groups)) {
    for (const path of real(paths)) origins.set(path, [...(origins.get(path) ?? []), from as Candidate['from']]);
  }
  const answers = await probeAll([...origins.keys()], join(cache, 'probes.json'));
  const candidates = [...origins].flatMap(([path, froms]) => {
    const probe = answers.get(path);
    return probe === undefined || probe instanceof Error ? [] : froms.map((from) => ({ probe, from }));
  });
  const { chosen, absent } = chooseRoles(candidates);
  return {
    found: [...chosen].map(([id, probe]) => installation(id, probe)),
    missing: [
      ...[...absent].map(([id, reason]): MissingRuntime => {
        const { label, remedy } = ROLES[id] ?? { label: id, remedy: OBTAIN };
        return { id, label, language: 'python', reason, remedy };
      }),
      ...unanswered(places.named, answers),
    ],
  };
}

const cpython: RuntimeFamily = {
  find: () => findCPythons(process.env, CACHE),
};
export default cpython;
