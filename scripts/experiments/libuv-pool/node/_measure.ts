// Does a kind of work twice, the first time to warm up, and prints what the second took.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { KINDS } from './_kinds.ts';

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
  const place = (await kind.prepare?.(2 * kind.count)) ?? '';
  await run(kind, 0, place); // warm-up: the pool has its threads now
  const began = performance.now();
  const sum = await run(kind, kind.count, place);
  const wall = performance.now() - began;

  console.log(`wall = ${wall.toFixed(3)} ms`);
  const threads = poolThreads();
  if (threads !== undefined) console.log(`pool-threads = ${threads}`);
  console.log(`result = ${sum}`);
  process.exit(); // nothing has to be waited for
}

/** The numbers of a kind's acts, from `first` on. */
export const numbers = (count: number, first: number): number[] =>
  Array.from({ length: count }, (_, act) => first + act);

export const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
