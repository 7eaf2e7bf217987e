/** Where CPythons lie on a machine: every place is listed, none is trusted. */
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { findOnPath } from './find-on-path.ts';

/** Interpreters named here are preferred to any that is found. Separated as in PATH. */
export const VARIABLE = 'THREAD_OR_PROCESS_CPYTHON';

const EXECUTABLE = /^python3\.\d+t?$/;

export interface Places {
  /** `python3` on PATH: what the reader gets who types it. */
  standard: string | null;
  /** Named in the environment, whether or not they exist. */
  named: string[];
  /** By `npm run unpack-python`, or installed there under a prefix of its own. */
  unpacked: string[];
  /** Everything else. */
  others: string[];
}

function inFolder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => EXECUTABLE.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** The executables of `<folder>/*` in the given places below it. */
function below(folder: string, ...places: string[]): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).sort();
  return names.flatMap((name) => places.flatMap((place) => inFolder(join(folder, name, place))));
}

/**
 * @param environment PATH, PYENV_ROOT, UV_PYTHON_INSTALL_DIR and `THREAD_OR_PROCESS_CPYTHON` are read
 * @param cache folder of the runtimes that were unpacked here
 */
export function cpythonPlaces(environment: NodeJS.ProcessEnv, cache: string): Places {
  const home = environment['HOME'] ?? homedir();
  const path = environment['PATH'] ?? '';
  const folders = new Set(
    [...path.split(delimiter), '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'].filter(Boolean),
  );
  return {
    standard: findOnPath('python3', path),
    named: (environment[VARIABLE] ?? '').split(delimiter).filter(Boolean),
    unpacked: below(cache, 'bin', 'root/usr/bin'),
    others: [
      // Shims answer only for the versions switched on; the interpreters behind them are found where they are installed.
      ...[...folders].filter((folder) => basename(folder) !== 'shims').flatMap(inFolder),
      ...below(join(environment['PYENV_ROOT'] || join(home, '.pyenv'), 'versions'), 'bin'),
      ...below(environment['UV_PYTHON_INSTALL_DIR'] || join(home, '.local/share/uv/python'), 'bin'),
    ],
  };
}
