import { describe, expect, test } from 'vitest';
import { type Round, resultsSchema } from '../../src/measurement/results.ts';
import { collectResults, judgeRun } from '../../src/runner/collect.ts';
import { experiment } from '../../src/runner/experiments/gil.ts';
import { browserFacts, conditions, measurement, round, uneven } from './fixtures/browser-run.ts';

describe('a run in the browser', () => {
  test('is a results file', async () => {
    const { machine } = resultsSchema.parse(await collectResults(measurement, browserFacts));
    expect(machine.memory).toBe(8 * 1024);
  });

  test('is one without what a browser does not tell', async () => {
    const bare = { ...browserFacts, memory: undefined, programs: {} };
    const { machine } = resultsSchema.parse(await collectResults(measurement, bare));
    expect(machine.memory).toBeNull();
    expect(machine.limits.join()).toContain('does not report the memory');
  });

  test('is judged as the build judges: threads and processes faster, and as fast as each other', async () => {
    const kinds = judgeRun(experiment, await collectResults(measurement, browserFacts)).map(({ kind }) => kind);
    expect(kinds).toEqual(['confirmed', 'confirmed', 'confirmed']);
  });

  test('is too noisy on a machine that has no second core to spare', async () => {
    const busy = { ...measurement, conditions: { ...conditions, capacity: 0.5 } };
    const kinds = judgeRun(experiment, await collectResults(busy, browserFacts)).map(({ kind }) => kind);
    expect(kinds).toEqual(['too-noisy', 'too-noisy', 'too-noisy']);
  });

  test('is too noisy when a program differs from itself', async () => {
    const shaken = {
      ...measurement,
      control: measurement.rounds.map(({ invocations: { sequential, thread }, order }) => ({
        order,
        invocations: { a: sequential, b: thread },
      })) as Round[],
    };
    const [first] = judgeRun(experiment, await collectResults(shaken, browserFacts));
    expect(first?.kind).toBe('too-noisy');
  });

  test('is not silenced by a control that is merely wide, where the difference is far wider', async () => {
    const wide = measurement.control?.map(({ invocations: { a, b } }, index) =>
      round({ a: { time: a?.values.time ?? 0 }, b: { time: (b?.values.time ?? 0) * (index % 2 ? 1.2 : 1 / 1.2) } }),
    );
    const rounds = measurement.rounds.map((_, index) =>
      round({ sequential: { wall: 700 * uneven(index) }, thread: { wall: 100 }, process: { wall: 101 } }),
    );
    const run = { ...measurement, rounds, control: wide ?? null };
    const [threads, processes, alike] = judgeRun(experiment, await collectResults(run, browserFacts));
    expect([threads?.kind, processes?.kind]).toEqual(['confirmed', 'confirmed']);
    expect(threads?.decisive.margin).toBeGreaterThan(1.5);
    expect(alike?.decisive.margin).toBeGreaterThan(1.1);
  });

  test('says what is not measured when a variant failed', async () => {
    const failed = { ...measurement, failures: { process: { reason: 'no process here', log: '' } } };
    const [, second] = judgeRun(experiment, await collectResults(failed, browserFacts));
    expect(second).toMatchObject({ kind: 'not-measured', reason: 'two isolated frames (processes): no process here' });
  });
});
