import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type Round, resultsSchema } from '../../src/measurement/results.ts';
import { type BrowserFacts, collectResults, judgeRun, type Measurement } from '../../src/runner/collect.ts';
import type { Conditions } from '../../src/runner/conditions.ts';
import { experiment } from '../../src/runner/experiments/gil.ts';

const separate = { asked: 2, separate: true, longestGap: 3, reason: '2 of them (checked)' };
const conditions: Conditions = {
  isolated: true,
  sharedMemory: true,
  cores: 2,
  timerStep: 0.005,
  threads: separate,
  processes: separate,
  capacity: 0.97,
};
const browserFacts: BrowserFacts = {
  userAgent: 'Browser/1',
  platform: 'Test',
  memory: 8,
  date: new Date('2026-01-02T03:04:05Z'),
  hash: async (text) => createHash('sha256').update(text).digest('hex'),
  programs: { 'scripts/experiments/gil/node/_kernel.ts': 'a'.repeat(64) },
};

const round = (values: Record<string, Record<string, number>>): Round => ({
  order: Object.keys(values),
  invocations: Object.fromEntries(
    Object.entries(values).map(([variant, printed]) => [
      variant,
      { values: printed, wall: 1, cpu: null, switches: null, ending: { code: null, signal: null } },
    ]),
  ),
});

/** A little unevenness around 1, so that no two rounds are alike and a control leans to neither side. */
const uneven = (index: number) => 1 + ((index % 5) - 2) / 200;

const measurement: Measurement = {
  id: 'gil',
  experiment,
  conditions,
  seed: 1,
  rounds: Array.from({ length: experiment.rounds }, (_, index) =>
    round({ sequential: { wall: 200 * uneven(index) }, thread: { wall: 100 }, process: { wall: 101 } }),
  ),
  control: Array.from({ length: experiment.rounds }, (_, index) =>
    round({ a: { time: 10 * uneven(index) }, b: { time: 10 * uneven(index + 2) } }),
  ),
  failures: {},
  traces: {},
};

describe('a run in the browser', () => {
  test('is a results file', async () => {
    const { machine } = resultsSchema.parse(await collectResults(measurement, browserFacts));
    expect(machine.memory).toBe(8 * 1024);
  });

  test('is one without what a browser does not tell', async () => {
    const bare = { ...browserFacts, memory: undefined, programs: {} };
    const { machine } = resultsSchema.parse(await collectResults(measurement, bare));
    expect(machine.memory).toBeNull();
    expect(machine.limits.join()).toContain('does not tell the memory');
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

  test('says what is not measured when a variant failed', async () => {
    const failed = { ...measurement, failures: { process: { reason: 'no process here', log: '' } } };
    const [, second] = judgeRun(experiment, await collectResults(failed, browserFacts));
    expect(second).toMatchObject({ kind: 'not-measured', reason: 'process: no process here' });
  });
});
