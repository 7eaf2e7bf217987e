/** What is refused to a program in C, or breaks under it, while it sets its work up and does it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canKillAtBirth, prepareBirths, removeBirths, withBirths } from './births.ts';
import { failedWith, killable, startOf } from './failed-with.ts';
import type { PlannedRun } from './planned-runs.ts';

const inC = killable.filter(({ file }) => /\/c\//.test(file));

/** More than any of them asks for. */
const MOST = 20;

beforeAll(prepareBirths);
afterAll(removeBirths);

/** How it ended where the first of these befell it, then the second, and so on, until one never comes and it ends well. */
async function accidentsOf(
  planned: PlannedRun,
  accident: (number: number) => Parameters<typeof withBirths>[1],
  most: number,
) {
  const met = [];
  for (let number = 1; number <= most; number++) {
    const { run, orphans } = await withBirths(startOf(planned), accident(number));
    if (run.code === 0) break;
    met.push({ ...run, orphans });
  }
  return met;
}

describe.runIf(canKillAtBirth)('when there is no memory for its work', () => {
  /** What these hold has its place in the program itself. */
  const ASKS_FOR_NONE =
    /^(anatomy|(gil|oversubscription|responsiveness|scaling|timeline)\/c\/thread|(gil|responsiveness|scaling)\/c\/sequential|io-bound\/c\/sequential\.files|(io-bound|responsiveness)\/c\/event-loop|how-many-fit\/c\/process)/;

  // Two children may find out at the same moment.
  const how = /^(no (shared )?memory for \d+ bytes(: Cannot allocate memory)?\n)+(process\S* .*ended with code 1\n)?$/;

  it.concurrent.each(inC)('$title says so and ends with an error', async (planned) => {
    const met = await accidentsOf(planned, (memoryRefused) => ({ memoryRefused }), MOST);
    expect(met.length < MOST && met.length > 0).toBe(!ASKS_FOR_NONE.test(planned.file));
    for (const one of met) expect(one).toMatchObject(failedWith(how));
  });
});

describe.runIf(canKillAtBirth)('when nobody reads a pipe any more', () => {
  const FEW = 3;
  const processes = inC.filter(({ variant }) => variant.startsWith('process'));
  const how =
    /^((the (reader|writer), )?process[- ]\d+,? (was killed by signal 13|ended with code 1\b.*)|the other side is gone|the (receiver is|workers are) gone: Broken pipe)\n$/;

  const children = processes.filter(({ file }) =>
    /^((after-the-end|anatomy|context-switch|copy-on-write|how-many-fit|image-work|memory|messaging|pools|start-up)\/c\/process|races\/c\/process\.messages)\.c$/.test(
      file,
    ),
  );

  it.concurrent.each(children)('$title says so and ends with an error where a child writes', async (planned) => {
    const met = await accidentsOf(planned, (broken) => ({ broken, inChild: true }), FEW);
    expect(met).not.toEqual([]);
    for (const one of met) expect(one).toMatchObject(failedWith(how));
  });

  const programs = processes.filter(({ file }) =>
    /^(anatomy|context-switch|copy-on-write|image-work|messaging|pools)\/c\/process\.c$/.test(file),
  );

  it.concurrent.each(programs)('$title says so and ends with an error where it writes', async (planned) => {
    const met = await accidentsOf(planned, (broken) => ({ broken }), FEW);
    expect(met).not.toEqual([]);
    for (const one of met) expect(one).toMatchObject(failedWith(how));
  });
});
