/** Other release lines of Node.js on this machine, the newest of each: a comparison may come out differently there. */
import { execFile } from 'node:child_process';
import { existsSync, globSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Programs here run on this line and later. */
const OLDEST = 20;

/** ms; a Node.js answers in a twentieth of a second, but on a busy machine it may take far longer. */
const PATIENCE = 60_000;

/** On the PATH, where version managers put one, and installed below `folder` by npm. Each is asked before it counts. */
function candidates(environment: NodeJS.ProcessEnv, folder: string): string[] {
  const home = environment['HOME'] ?? homedir();
  const managers = [
    join(environment['NVM_DIR'] || join(home, '.nvm'), 'versions/node/*/bin/node'),
    join(home, '.local/share/fnm/node-versions/*/installation/bin/node'),
    join(home, '.volta/tools/image/node/*/bin/node'),
    join(folder, '*/node_modules/node/bin/node'),
  ];
  const onPath = (environment['PATH'] ?? '').split(delimiter).filter(Boolean);
  const found = [...onPath.map((place) => join(place, 'node')), ...managers.flatMap((pattern) => globSync(pattern))];
  return [...new Set(found.filter((file) => existsSync(file)).map((file) => realpathSync(file)))];
}

export interface NodeLine {
  /** Of the executable, absolute. */
  path: string;
  /** As `process.versions` has them, and `arch`. */
  versions: Record<string, string>;
}

/** Undefined for what does not answer as a Node.js does. */
async function ask(path: string): Promise<NodeLine | undefined> {
  try {
    const { stdout } = await run(path, ['-p', 'JSON.stringify({ ...process.versions, arch: process.arch })'], {
      timeout: PATIENCE,
    });
    const versions = JSON.parse(stdout) as Record<string, string>;
    return typeof versions['node'] === 'string' ? { path, versions } : undefined;
  } catch {
    return undefined;
  }
}

const version = ({ versions }: NodeLine): string => versions['node'] ?? '';
export const lineOf = (node: NodeLine): number => Number.parseInt(version(node), 10);

/** The newest of each line, oldest line first, without `own`'s and without lines too old to run the programs. */
export function newestOfEach(found: readonly NodeLine[], own: number): NodeLine[] {
  const byVersion = found.toSorted((a, b) => version(a).localeCompare(version(b), 'en', { numeric: true }));
  const lines = new Map(byVersion.map((node) => [lineOf(node), node]));
  return [...lines].filter(([line]) => line >= OLDEST && line !== own).map(([, node]) => node);
}

/** @param folder of the runtimes that were installed for this project alone */
export async function findNodeLines(environment: NodeJS.ProcessEnv, folder: string, own: number): Promise<NodeLine[]> {
  const answers = await Promise.all(candidates(environment, folder).map(ask));
  return newestOfEach(
    answers.filter((answer) => answer !== undefined),
    own,
  );
}
