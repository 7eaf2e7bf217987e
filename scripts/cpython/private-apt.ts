/** An apt of our own: its lists, its cache and one suite, while the system's configuration and packages stay as they are. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { type AptSource, distributionArchive, parseDeb822, parseOneLine, sourcesFile } from './apt-sources.ts';
import { doStep, type Run, StepError } from './step.ts';

const ETC = '/etc/apt';
const KEYS =
  'If a signature could not be verified, install the newest package of archive keys (debian-archive-keyring).';

/** The distribution's archive according to this system's apt. Throws a `StepError` where there is none. */
export async function systemArchive(etc = ETC, osRelease = '/etc/os-release'): Promise<AptSource> {
  const read = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '');
  const parts = join(etc, 'sources.list.d');
  const names = (await readdir(parts).catch(() => [])).sort();
  const sources = parseOneLine(await read(join(etc, 'sources.list')));
  for (const name of names) {
    const text = await read(join(parts, name));
    if (name.endsWith('.sources')) sources.push(...parseDeb822(text));
    else if (name.endsWith('.list')) sources.push(...parseOneLine(text));
  }
  const release = await read(osRelease);
  const value = (key: string): string => new RegExp(`^${key}="?([^"\n]*)"?$`, 'm').exec(release)?.[1] ?? '';
  const archive = value('ID') === 'debian' ? distributionArchive(sources, value('VERSION_CODENAME')) : null;
  if (archive) return archive;
  throw new StepError(
    `Expected Debian with its archive's main component in ${etc}/sources.list or ${parts}/*.sources; ` +
      `found ${value('PRETTY_NAME') || 'no os-release'} with ${sources.length} sources, none of them that archive.`,
  );
}

export interface PrivateApt {
  suite: string;
  /** Downloads and verifies a source package into `folder`. */
  source(run: Run, name: string, folder: string): Promise<void>;
  /** Downloads and verifies binary packages with all they depend on. Returns the paths of the `.deb` files. */
  packages(run: Run, names: readonly string[]): Promise<string[]>;
}

function options(root: string): string[] {
  const settings = {
    'Dir::State': join(root, 'state'),
    'Dir::State::status': join(root, 'status'),
    'Dir::Cache': join(root, 'cache'),
    'Dir::Etc::sourcelist': join(root, 'archive.sources'),
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::Etc::preferences': '/dev/null',
    'Dir::Etc::preferencesparts': '/dev/null',
    'APT::Sandbox::User': userInfo().username,
    'APT::Install-Recommends': 'false',
    'Acquire::Languages': 'none',
    'Acquire::Retries': '3',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
}

/** Makes the private root for `suite` under `cache` and fetches its lists. */
export async function openApt(
  cache: string,
  archive: AptSource,
  suite: string,
  say: (line: string) => void,
): Promise<PrivateApt> {
  const root = join(cache, 'apt', suite);
  for (const folder of ['state/lists/partial', 'cache/archives/partial'])
    await mkdir(join(root, folder), { recursive: true });
  const sources = sourcesFile(archive, suite);
  await writeFile(join(root, 'archive.sources'), sources);
  await writeFile(join(root, 'status'), '');
  const apt = options(root);
  const today = new Date().toISOString().slice(0, 10);
  await doStep(
    root,
    {
      name: 'update',
      title: `the lists of suite ${suite}`,
      inputs: [sources, today],
      remedy: `Check that "apt-get update" works on this system. ${KEYS}`,
      work: async (run) => void (await run('apt-get', [...apt, '-o', 'APT::Update::Error-Mode=any', 'update'])),
    },
    say,
  );
  return {
    suite,
    async source(run, name, folder) {
      await mkdir(folder, { recursive: true });
      await run('apt-get', [...apt, '--download-only', 'source', name], { cwd: folder });
    },
    async packages(run, names) {
      // What an earlier list brought must not be unpacked beside what this one brings.
      await run('apt-get', [...apt, 'clean']);
      await run('apt-get', [...apt, '-y', '--download-only', '--reinstall', 'install', ...names]);
      const archives = join(root, 'cache', 'archives');
      return (await readdir(archives)).filter((name) => name.endsWith('.deb')).map((name) => join(archives, name));
    },
  };
}
