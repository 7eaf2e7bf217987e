// Does a kind of work once to warm up, then for a tenth of a second again and again, and prints what the middle time took.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { median } from '../../_shared/node/median.ts';
import { KINDS } from './_kinds.ts';

/** What is over sooner is done again, but so often at most. */
const [LEAST, MOST] = [100, 5]; // ms, times

const TASKS = '/proc/self/task';

/** Threads of this process that Node.js has named as those of its pool; undefined where Linux is not. */
function poolThreads(): number | undefined {
  if (!existsSync(TASKS)) return undefined;
  return readdirSync(TASKS).filter((id) => readFileSync(`${TASKS}/${id}/comm`, 'utf8').trim() === 'libuv-worker')
    .length;
}

/** `run` does acts number `first` up to `first + count`, and returns the sum of what they return. */
export async function measure(
  name: string,
  run: (kind: (typeof KINDS)[string], first: number, place: string) => Promise<number>,
): Promise<void> {
  const kind = KINDS[name];
  if (!kind) throw new Error(`expected one of ${Object.keys(KINDS).join(', ')}, found "${name}"`);
  const place = (await kind.prepare?.((1 + MOST) * kind.count)) ?? '';
  await run(kind, 0, place); // warm-up: the pool has its threads now
  const walls: number[] = [];
  const results: number[] = [];
  const start = performance.now();
  while (performance.now() - start < LEAST && walls.length < MOST) {
    const began = performance.now();
    results.push(await run(kind, (1 + walls.length) * kind.count, place));
    walls.push(performance.now() - began);
  }

  console.log(`wall = ${median(walls).toFixed(3)} ms`);
  const threads = poolThreads();
  if (threads !== undefined) console.log(`pool-threads = ${threads}`);
  console.log(`result = ${results[0]}`);
  process.exit(); // nothing has to be waited for
}

/** The numbers of a kind's acts, from `first` on. */
export const numbers = (count: number, first: number): number[] =>
  Array.from({ length: count }, (_, act) => first + act);

export const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
