// Deals tasks out to workers: each gets its next one when it has done the last.
import { untilIdle } from '../../_shared/node/warm-up.ts';
import type { Answer } from './_kernel.ts';
import { print, type Result } from './_print.ts';

type Ask = (question: number | 'warm up') => Promise<Answer>;

const now = () => performance.timeOrigin + performance.now();

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
  await deal(workers, 500, 1, name); // the way of a message is compiled too
  await untilIdle();
  const began = now();
  const results = await deal(workers, tasks, steps, name);
  const ended = now();
  await end();
  const withStart = started - created + now() - began;
  print(results, workers.length, { began, wall: ended - began, withStart });
}
