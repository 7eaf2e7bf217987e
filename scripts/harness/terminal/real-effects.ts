/** The effects of a real measuring: this machine's clock, files, runtimes and launcher. */
import { execFileSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findRuntimes } from '../../runtimes/find-runtimes.ts';
import type { Effects } from '../effects.ts';
import { uninterrupted } from '../interrupt.ts';
import { createLauncher } from '../launch/launcher.ts';
import { readText } from '../machine/read-text.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** What git answers; null outside a repository, and where git is missing. */
function git(...args: string[]): string | null {
  try {
    return execFileSync('git', args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'ignore'] }).toString('utf8');
  } catch {
    return null;
  }
}

const commit = (): string | null => git('rev-parse', 'HEAD')?.trim().slice(0, 60) ?? null;

/** Results are left out: measuring writes them, and a reference file grows over several sessions. */
const changes = (): string[] =>
  (git('status', '--porcelain', '--', '.', ':(exclude)content/results') ?? '')
    .split('\n')
    .map((line) => line.slice(3))
    .filter(Boolean);

const resultsFolder = (): string => process.env.RESULTS_FOLDER ?? join(ROOT, 'content', 'results');

/**
 * The real effects, silent and uninterrupted by default. The two environment variables let a test measure other
 * programs than the committed ones.
 */
export function realEffects(over: Partial<Effects> = {}): Effects {
  return {
    root: ROOT,
    experiments: process.env.EXPERIMENTS_FOLDER ?? join(ROOT, 'scripts', 'experiments'),
    results: join(resultsFolder(), 'local'),
    references: join(resultsFolder(), 'reference'),
    // From the monotonic clock: durations stay right when the time of day is set meanwhile.
    now: () => performance.timeOrigin + performance.now(),
    sleep: (ms) => sleep(ms),
    drawSeed: () => randomInt(2 ** 32),
    readText,
    findRuntimes: () => findRuntimes(),
    createLauncher,
    commit,
    changes,
    progress: () => {},
    interrupt: uninterrupted,
    ...over,
  };
}
