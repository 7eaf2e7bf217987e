/** A private apt with its own lists, cache and one suite; the system's configuration and packages stay as they are. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** What could not be unpacked: what failed and what to do. */
export class UnpackError extends Error {
  override name = 'UnpackError';
}

/** Runs a program to its end. @throws UnpackError with the last of what it said */
export async function run(file: string, argv: readonly string[]): Promise<string> {
  try {
    return (await execute(file, [...argv], { maxBuffer: 2 ** 27 })).stdout;
  } catch (error) {
    const { stderr = '', message } = error as { stderr?: string; message: string };
    const last = (stderr.trim() || message).split('\n').slice(-4).join('\n    ');
    throw new UnpackError(`${file} ${argv[0] ?? ''} failed:\n    ${last}`);
  }
}

const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';
const FIELDS = '$(REPO_URI) $(LABEL) $(COMPONENT)';

/** The address of Debian's own archive among the lists that apt knows, `<address> <label> <component>` a line: it serves newer suites too. */
export function archiveOf(lists: string): string | undefined {
  const rows = lists.split('\n').map((line) => line.split(' '));
  return rows.find(([, label, component]) => label === 'Debian' && component === 'main')?.[0];
}

function options(folder: string): string[] {
  const settings = {
    'Dir::State': join(folder, 'state'),
    'Dir::State::status': join(folder, 'status'),
    'Dir::Cache': join(folder, 'cache'),
    'Dir::Etc::sourcelist': join(folder, 'sources.list'),
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

/**
 * Downloads and verifies packages with all they depend on: nothing counts as installed.
 * @param folder of this apt
 * @returns the paths of the `.deb` files
 * @throws UnpackError
 */
export async function downloadPackages(folder: string, suite: string, names: readonly string[]): Promise<string[]> {
  const lists = existsSync('/usr/bin/apt-get')
    ? await run('apt-get', ['indextargets', '--format', FIELDS, 'Created-By: Packages'])
    : '';
  const archive = archiveOf(lists);
  if (archive === undefined)
    throw new UnpackError('Expected a Debian whose apt has its lists (run "apt-get update" once), found none.');
  for (const part of ['state/lists/partial', 'cache/archives/partial'])
    await mkdir(join(folder, part), { recursive: true });
  const signedBy = existsSync(KEYRING) ? `[signed-by=${KEYRING}] ` : '';
  await writeFile(join(folder, 'sources.list'), `deb ${signedBy}${archive} ${suite} main\n`);
  await writeFile(join(folder, 'status'), '');
  const apt = options(folder);
  await run('apt-get', [...apt, '-o', 'APT::Update::Error-Mode=any', 'update']);
  // Packages of an earlier list must not be unpacked beside those of this one.
  await run('apt-get', [...apt, 'clean']);
  await run('apt-get', [...apt, '-y', '--download-only', 'install', ...names]);
  const archives = join(folder, 'cache', 'archives');
  return (await readdir(archives)).filter((name) => name.endsWith('.deb')).map((name) => join(archives, name));
}
