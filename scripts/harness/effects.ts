/** Where the harness touches the world, in one place, so that a test can stand in for it. */
import { execFileSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findRuntimes } from '../runtimes/find-runtimes.ts';
import type { FoundRuntimes } from '../runtimes/runtime.ts';
import { type Interrupt, uninterrupted } from './interrupt.ts';
import { createLauncher } from './launch/launcher.ts';
import type { Launcher } from './launch/run-outcome.ts';
import { type ReadText, readText } from './machine/read-text.ts';
import type { ProgressListener } from './progress-event.ts';

const ROOT = join(import.meta.dirname, '..', '..');

export interface Effects {
  /** Of the project: paths in results are relative to it. */
  root: string;
  /** Folder of the experiments' folders. */
  experiments: string;
  /** Folder of this machine's results files. */
  results: string;
  /** ms since the epoch. */
  now(): number;
  sleep(ms: number): Promise<void>;
  drawSeed(): number;
  readText: ReadText;
  findRuntimes(): Promise<FoundRuntimes>;
  createLauncher(): Promise<Launcher>;
  /** Hash of the project's commit, null outside a repository. */
  commit(): string | null;
  progress: ProgressListener;
  interrupt: Interrupt;
}

function commit(): string | null {
  try {
    const hash = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'ignore'] });
    return hash.toString('utf8').trim().slice(0, 60);
  } catch {
    return null;
  }
}

/**
 * The real ones, silent and uninterrupted unless the caller says more. The two environment variables let a test measure
 * other programs than the committed ones.
 */
export function realEffects(over: Partial<Effects> = {}): Effects {
  return {
    root: ROOT,
    experiments: process.env.EXPERIMENTS_FOLDER ?? join(ROOT, 'scripts', 'experiments'),
    results: join(process.env.RESULTS_FOLDER ?? join(ROOT, 'content', 'results'), 'local'),
    now: Date.now,
    sleep: (ms) => sleep(ms),
    drawSeed: () => randomInt(2 ** 32),
    readText,
    findRuntimes: () => findRuntimes(),
    createLauncher,
    commit,
    progress: () => {},
    interrupt: uninterrupted,
    ...over,
  };
}
