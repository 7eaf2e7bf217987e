/** What a build of CPython needs from the system, looked for before anything is downloaded. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findOnPath } from '../runtimes/find-on-path.ts';
import { StepError } from './step.ts';

const run = promisify(execFile);

/** Program → Debian package that has it. */
const PROGRAMS = {
  'apt-get': 'apt',
  cc: 'build-essential',
  make: 'build-essential',
  tar: 'tar',
  xz: 'xz-utils',
  'dpkg-deb': 'dpkg',
};

/** Header → Debian package. Without these CPython builds, but lacks modules that programs here import. */
const HEADERS = { 'zlib.h': 'zlib1g-dev', 'ffi.h': 'libffi-dev', 'openssl/ssl.h': 'libssl-dev' };

async function hasHeader(header: string): Promise<boolean> {
  const check = run('cc', ['-E', '-include', header, '-x', 'c', '/dev/null', '-o', '/dev/null']);
  return check.then(
    () => true,
    () => false,
  );
}

/** Throws a `StepError` naming every missing package at once. */
export async function checkRequirements(): Promise<void> {
  const programs = Object.entries(PROGRAMS).filter(([program]) => findOnPath(program) === null);
  if (programs.some(([program]) => program === 'apt-get')) {
    throw new StepError('Expected apt-get, as on Debian; found none on PATH.');
  }
  const compiler = !programs.some(([program]) => program === 'cc');
  const found = await Promise.all(Object.keys(HEADERS).map(async (header) => compiler && (await hasHeader(header))));
  const headers = Object.entries(HEADERS).filter((_, index) => !found[index]);
  const missing = [...programs, ...headers];
  if (missing.length === 0) return;
  const names = missing.map(([name]) => name).join(', ');
  const packages = [...new Set(missing.map(([, name]) => name))].join(' ');
  throw new StepError(`Expected ${names}, found none of these. Run: apt-get install ${packages}`);
}
