/** Runs a program and counts the worker processes it makes, or lets one of them meet with an accident. Linux with a C compiler only. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findOnPath } from '../../scripts/runtimes/find-on-path.ts';
import type { Run } from './run-program.ts';

const compiler = process.platform === 'linux' ? findOnPath('cc') : null;

export const canKillAtBirth = compiler !== null;

const LIBRARIES = ['ended-at-birth', 'refused-worker', 'refused-memory', 'broken-pipe'] as const;
let folder = '';

/** Once, before the tests. */
export function prepareBirths(): void {
  if (compiler === null) return;
  folder = mkdtempSync(join(tmpdir(), 'births-'));
  for (const library of LIBRARIES) {
    const source = join(import.meta.dirname, `${library}.c`);
    execFileSync(compiler, ['-shared', '-fPIC', '-Wall', '-o', join(folder, `${library}.so`), source]);
  }
}

/** Once, after the tests. */
export function removeBirths(): void {
  if (folder) rmSync(folder, { recursive: true, force: true });
}

export interface Birth {
  run: Run;
  /** How many processes ran the program's work: Python's own services and other executables are none. */
  workers: number;
  /** Process ids of those still there some seconds after the program's end. */
  orphans: number[];
}

/** A zombie has ended: it only waits until somebody asks how. */
function isThere(pid: number): boolean {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** What has been killed needs a moment to be gone, on a busy machine a long one. */
async function stillThere(pids: number[]): Promise<number[]> {
  for (let look = 0; look < 200 && pids.some(isThere); look++) await wait(25);
  return pids.filter(isThere);
}

let count = 0;

/** What goes wrong. Workers are counted from 1 in the order in which they are made. */
interface Accident {
  /** It ends before it has done anything: with this code, or killed by SIGKILL. */
  ended?: number;
  code?: number;
  /** It can't be made. Of those that are forked if `forksOnly`: in Python others are made in ways that can't be refused here. */
  refused?: number;
  forksOnly?: true;
  /** In C: the piece of memory that is not to be had, counted from 1. */
  memoryRefused?: number;
  /** In C: the write to a pipe that finds nobody there to read, counted from 1: of the program, or of each child if `inChild`. */
  broken?: number;
  inChild?: true;
}

/** @param start runs the program with these variables added to its environment */
export async function withBirths(
  start: (env: Record<string, string>) => Promise<Run>,
  accident: Accident = {},
): Promise<Birth> {
  const births = join(folder, `births-${count++}`);
  writeFileSync(births, '');
  const run = await start({
    LD_PRELOAD: LIBRARIES.map((library) => join(folder, `${library}.so`)).join(' '),
    BIRTHS: births,
    ...Object.fromEntries(Object.entries(accident).map(([name, value]) => [name.toUpperCase(), String(value)])),
  });
  const pids = readFileSync(births, 'utf8').split('\n').filter(Boolean).map(Number);
  return { run, workers: pids.length, orphans: await stillThere(pids) };
}
