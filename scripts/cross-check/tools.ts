/** Runs the two independent tools. Each function throws an Error with the reason where its tool fails. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { median } from '../../src/measurement/statistics.ts';
import { findOnPath } from '../runtimes/find-on-path.ts';

const run = promisify(execFile);

/** `export` of hyperfine: seconds. */
export function hyperfineMedian(exported: string): number {
  const found = (JSON.parse(exported) as { results?: { median?: unknown }[] }).results?.[0]?.median;
  if (typeof found !== 'number') throw new Error('expected results[0].median in what hyperfine exported, found none');
  return found * 1000;
}

const quoted = (word: string): string => (/^[\w./=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

/** Median time of a whole process without a shell, in ms. */
export async function hyperfine(file: string, argv: readonly string[], runs = 40): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'hyperfine-'));
  try {
    const exported = join(folder, 'result.json');
    const command = [file, ...argv].map(quoted).join(' ');
    await run('hyperfine', ['-N', '--warmup', '3', '--runs', String(runs), '--export-json', exported, command]);
    return hyperfineMedian(await readFile(exported, 'utf8'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What `perf bench --format=simple` prints: seconds for all round trips. → µs for one switch, half a round trip. */
export function perfSwitch(printed: string, roundTrips: number): number {
  const seconds = Number(/^\s*(\d+(?:\.\d+)?)\s*$/m.exec(printed)?.[1]);
  if (!(seconds > 0)) throw new Error(`expected seconds from perf, found "${printed.trim().slice(0, 80)}"`);
  return (seconds * 1e6) / roundTrips / 2;
}

/** One switch over a pipe, both sides on core 0 as in the experiment: median µs of `times` runs, threads and processes in turn. */
export async function perfPipe(roundTrips = 50_000, times = 7): Promise<{ thread: number; process: number }> {
  const taskset = findOnPath('taskset');
  if (taskset === null) throw new Error('no taskset (package util-linux): unpinned, the figures would mean nothing');
  const once = async (argv: string[]): Promise<number> => {
    const bench = ['perf', 'bench', '--format=simple', 'sched', 'pipe', '-l', String(roundTrips), ...argv];
    return perfSwitch((await run(taskset, ['-c', '0', ...bench])).stdout, roundTrips);
  };
  const samples = { thread: [] as number[], process: [] as number[] };
  for (let time = 0; time < times; time++) {
    samples.thread.push(await once(['-T']));
    samples.process.push(await once([]));
  }
  return { thread: median(samples.thread), process: median(samples.process) };
}
