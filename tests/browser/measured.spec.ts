/** What the runner finds where the machine is its own: counts are lost, and two workers are faster than one. */
import { expect, type Page, test } from '@playwright/test';
import type { Results } from '../../src/measurement/results.ts';
import { median } from '../../src/measurement/statistics.ts';
import { hearProblems } from './problems.ts';
import { expectWhole, finish, keptResults, start, valuesOf } from './run-here.ts';

/** How often a run is tried: one on a machine that had no second core to spare shows nothing. */
const ATTEMPTS = 5;

/** Share of two cores that spinning workers must have had, before a run and after it, for the run to count. */
const GRANTED = 0.9;

/**
 * Runs an experiment until a run shows what it should. Skips the test where no run did and the machine never had two cores
 * to spare; fails it where a run had them and did not show it.
 *
 * @param shown what was found: above `least` it is shown
 * @returns the results of the run that showed it
 */
async function runUntilShown(
  page: Page,
  experiment: string,
  shown: (results: Results) => number,
  least: number,
): Promise<Results> {
  const problems = await hearProblems(page);
  const run = await start(page, experiment);
  await finish(run);
  let results = await expectWhole(page, run, experiment);
  expect(problems).toEqual([]);
  const tried: { capacity: number; found: number }[] = [];
  for (let attempt = 1; ; attempt++) {
    const found = shown(results);
    if (found > least) return results;
    const capacity = results.sessions[0]?.gates.find(({ gate }) => gate === 'capacity')?.reading ?? 0;
    tried.push({ capacity, found });
    if (attempt === ATTEMPTS) break;
    await run.getByRole('button', { name: 'Run it again' }).click();
    await finish(run);
    results = await keptResults(page, experiment);
  }
  const granted = tried.some(
    ({ capacity }, index) => capacity >= GRANTED && (tried[index + 1]?.capacity ?? 0) >= GRANTED,
  );
  const words = JSON.stringify(tried);
  console.log(`${experiment}: found, and what share of two cores was granted before: ${words}`);
  test.skip(!granted, `in ${ATTEMPTS} runs the machine never had two cores to spare: ${words}`);
  throw new Error(`expected more than ${least} in one of ${ATTEMPTS} runs, found ${words}`);
}

test('gil runs to its end; two workers are more than 1.5 times as fast as one, wherever the machine grants two cores', async ({
  page,
}) => {
  test.setTimeout(900_000);
  const speedUp = (results: Results) => {
    const alone = valuesOf(results, 'sequential', 'wall');
    const together = valuesOf(results, 'thread', 'wall');
    expect(together).toHaveLength(alone.length);
    return median(alone.map((time, round) => time / (together[round] ?? Number.NaN)));
  };
  const results = await runUntilShown(page, 'gil', speedUp, 1.5);
  for (const { granted } of results.cells[0]?.rounds ?? []) expect(granted).toBeGreaterThan(0);
});

test('races runs to its end; plain counting loses counts, Atomics lose none, and a process is given no shared memory', async ({
  page,
}) => {
  test.setTimeout(900_000);
  const mostLost = (results: Results) => Math.max(...valuesOf(results, 'thread', 'lost'));
  const results = await runUntilShown(page, 'races', mostLost, 0);
  expect(valuesOf(results, 'thread.atomic', 'lost').every((lost) => lost === 0)).toBe(true);
  expect(valuesOf(results, 'process', 'received').every((received) => received === 0)).toBe(true);
});
