// Deals tasks out to workers: each gets its next one when it has done the last.
import { now } from '../../_shared/node/clock.mjs';
import { untilIdle } from '../../_shared/node/warm-up.ts';
import type { Answer } from './_kernel.ts';
import { print, type Result } from './_print.ts';

type Ask = (question: number | 'warm up') => Promise<Answer>;

/** Tasks that cross before the clock starts, until the engine has compiled the way of a message too. */
const WARM_UP = 2000;
/** ms in which all the tasks are dealt out again and again; what the middle time took counts. */
const LEAST = 150;

async function deal(workers: Ask[], tasks: number, steps: number, name: string): Promise<Result[]> {
  const results: Result[] = [];
  let given = 0;
  await Promise.all(
    workers.map(async (ask, index) => {
      while (given++ < tasks) results.push({ unit: `${name}-${index + 1}`, ...(await ask(steps)) });
    }),
  );
  return results;
}

/**
 * @param start makes the workers
 * @param end waits until they are gone
 */
export async function measure(
  { tasks, steps, name }: { tasks: number; steps: number; name: string },
  start: () => Ask[],
  end: () => Promise<void>,
): Promise<void> {
  const created = now();
  const workers = start();
  await Promise.all(workers.map((ask) => ask(1))); // now every worker is there
  const started = now();
  await Promise.all(workers.map((ask) => ask('warm up')));
  await deal(workers, WARM_UP, 1, name);
  await untilIdle();
  const times: { results: Result[]; began: number; wall: number }[] = [];
  const first = now();
  do {
    const began = now();
    const results = await deal(workers, tasks, steps, name);
    times.push({ results, began, wall: now() - began });
  } while (now() - first < LEAST);
  const { results, began, wall } = times.sort((a, b) => a.wall - b.wall)[times.length >> 1] as (typeof times)[number];
  const done = now();
  await end();
  const withStart = started - created + wall + now() - done;
  print(results, workers.length, { began, wall, withStart });
}
