/** The free-threaded CPython and the GIL build of the very same version and flags, from a distribution's source package. */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PrivateApt } from './private-apt.ts';
import { doStep, isDone, type Run, StepError } from './step.ts';

/** The two builds and what alone sets them apart. */
const BUILDS = { ft: ['--disable-gil'], gil: [] } as const;

export interface BuildOptions {
  /** Profile-guided: closer to what distributions ship, five times slower to build. */
  pgo: boolean;
  jobs: number;
}

/** Flags shared by both builds. CPython's own default optimisation is -O3. */
export const sharedFlags = (pgo: boolean): string[] => [
  '--with-ensurepip=no',
  // The profile is taken from the test suite, so only a plain build can leave it out.
  ...(pgo ? ['--enable-optimizations'] : ['--disable-test-modules']),
];

/** `python3.14_3.14.8.orig.tar.xz` → `3.14.8`. */
export function sourceVersion(files: readonly string[]): { tarball: string; version: string } | null {
  for (const tarball of files) {
    const version = /^python3\.\d+_(3\.\d+\.\d+[a-z0-9~]*)\.orig\.tar\.\w+$/.exec(tarball)?.[1];
    if (version) return { tarball, version };
  }
  return null;
}

/** Downloads and unpacks upstream's unpatched source. Returns its folder and version. */
async function fetchSource(
  cache: string,
  apt: PrivateApt,
  name: string,
  say: (line: string) => void,
): Promise<{ source: string; version: string }> {
  const folder = join(cache, 'sources', `${name}-${apt.suite}`);
  const download = join(folder, 'download');
  await doStep(
    folder,
    {
      name: 'download',
      title: `source package ${name} from ${apt.suite}`,
      inputs: [name, apt.suite],
      remedy: 'The archive lists this package but may not serve it: another suite or version is tried next.',
      work: (run) => apt.source(run, name, download),
    },
    say,
  );
  const files = await readdir(download);
  const found = sourceVersion(files);
  if (!found) throw new StepError(`Expected python3.x_3.x.y.orig.tar.* in ${download}, found ${files.join(', ')}.`);
  const source = join(folder, 'unpacked');
  await doStep(
    folder,
    {
      name: 'unpack',
      title: `unpack CPython ${found.version}`,
      inputs: [found.tarball],
      remedy: `Remove ${folder} and run this again.`,
      work: async (run) => {
        await rm(source, { recursive: true, force: true });
        await mkdir(source, { recursive: true });
        await run('tar', ['-xf', join(download, found.tarball), '-C', source, '--strip-components=1']);
      },
    },
    say,
  );
  return { source, version: found.version };
}

async function build(
  folder: string,
  kind: keyof typeof BUILDS,
  source: string,
  options: BuildOptions,
  say: (line: string) => void,
): Promise<void> {
  const prefix = join(folder, kind);
  const work = join(folder, `build-${kind}`);
  const flags = [...sharedFlags(options.pgo), ...BUILDS[kind]];
  const remedy = 'Read the log: a missing header or tool is named there. Install it and run this again.';
  const label = kind === 'ft' ? 'free-threaded build' : 'GIL build';
  const shared = { inputs: [source, ...flags, prefix], remedy };
  const configure = async (run: Run): Promise<void> => {
    await rm(work, { recursive: true, force: true });
    await mkdir(work, { recursive: true });
    await run(join(source, 'configure'), ['-q', `--prefix=${prefix}`, ...flags], { cwd: work });
  };
  const make = async (run: Run): Promise<void> => void (await run('make', [`-j${options.jobs}`], { cwd: work }));
  const install = async (run: Run): Promise<void> => {
    await rm(prefix, { recursive: true, force: true });
    await run('make', ['install'], { cwd: work });
    await rm(work, { recursive: true, force: true });
  };
  const profile = options.pgo ? ' with its profile' : '';
  const installation = { ...shared, name: `install-${kind}`, title: `install the ${label}`, work: install };
  const compilation = [
    { ...shared, name: `configure-${kind}`, title: `configure the ${label}`, work: configure },
    { ...shared, name: `make-${kind}`, title: `compile the ${label}${profile}`, work: make },
  ];
  // What was compiled is removed once it is installed, so the way there is gone over only while there is no installation.
  if (!(await isDone(folder, installation))) for (const step of compilation) await doStep(folder, step, say);
  await doStep(folder, installation, say);
}

/**
 * Builds both into `<cache>/<version>[-pgo]/{ft,gil}/`.
 * @returns their folder
 * @throws StepError where the source is not served or a step fails
 */
export async function buildFromSource(
  cache: string,
  apt: PrivateApt,
  name: string,
  options: BuildOptions,
  say: (line: string) => void,
): Promise<string> {
  if (/\s/.test(cache))
    throw new StepError(`CPython's makefiles need a path without spaces, found ${cache}. Move the project.`);
  const { source, version } = await fetchSource(cache, apt, name, say);
  const folder = join(cache, `${version}${options.pgo ? '-pgo' : ''}`);
  await build(folder, 'ft', source, options, say);
  await build(folder, 'gil', source, options, say);
  return folder;
}
