import { describe, expect, it } from 'vitest';
import { evidenceFrom } from '../../src/measurement/evidence.ts';
import type { Cell, Results } from '../../src/measurement/results.ts';
import { judgeComparison } from '../../src/measurement/verdict.ts';
import {
  cell,
  evidence,
  factComparison,
  gate,
  invocation,
  ratioComparison,
  results,
  round,
  roundsBetween,
  roundsWithRatios,
} from './measured.ts';

const slower = roundsBetween(1.5, 1.7);
const same = roundsBetween(0.98, 1.02);

function judged(rounds: Cell['rounds'], changes: Partial<Cell> = {}, file: Partial<Results> = {}) {
  return judgeComparison(ratioComparison(), 'node', evidence([cell(rounds, changes)], file)).decisive;
}

describe('a comparison', () => {
  it.each([
    ['confirmed', slower, 'above the margin'],
    ['contradicted', roundsBetween(0.5, 0.7), 'below its inverse'],
    ['no-difference', same, 'inside the band'],
    ['too-noisy', roundsBetween(0.8, 1.4), 'wider than the band, and holds 1'],
    ['not-settled', roundsBetween(1.02, 1.6), 'wide, but above 1'],
    ['not-settled', roundsBetween(1.05, 1.2), 'across the margin'],
    ['not-settled', roundsBetween(1.5, 1.7, 14), 'too few rounds'],
    ['not-measured', [], 'no round planned'],
  ] as const)('is %s on %o: %s', (kind, rounds, _why) => {
    expect(judged([...rounds]).kind).toBe(kind);
  });

  it('keeps ratio, interval, rounds, machine, date and profile, and says the margin', () => {
    const verdict = judged(slower);
    expect(verdict.ratio?.estimate).toBeCloseTo(Math.sqrt(1.5 * 1.7), 6);
    // Narrower than the range of the fifteen ratios, which reach from 1.5 to 1.7.
    expect(verdict.ratio?.interval?.lower).toBeGreaterThan(1.5);
    expect(verdict.ratio?.interval?.upper).toBeLessThan(1.7);
    expect(verdict.rounds).toBe(15);
    expect(verdict.reason).toBe('1.60 ×, interval 1.53 to 1.67 ×, margin 1.10 ×');
    expect(verdict.provenance).toEqual({
      machine: 'bench',
      machineLabel: 'The bench',
      origin: 'local',
      date: '2026-09-29T12:00:00Z',
      profile: 'full',
      session: 'first',
    });
  });

  it('invents no interval for too few rounds, but keeps the estimate', () => {
    const verdict = judged(roundsBetween(1.5, 1.7, 5));
    expect(verdict.ratio?.interval).toBeNull();
    expect(verdict.reason).toBe('too few rounds: a verdict needs 15, there are 5');
  });

  it('is partly so where its cases differ, decided by the one against, and keeps each', () => {
    const cells = [cell(slower), cell(same, { case: 'large' })];
    const verdict = judgeComparison(ratioComparison({ cases: ['small', 'large'] }), 'node', evidence(cells));
    expect(verdict.kind).toBe('partly');
    expect(verdict.decisive.case).toBe('large');
    expect(verdict.cases.map((part) => part.kind)).toEqual(['confirmed', 'no-difference']);
  });
});

describe('one round', () => {
  it('that turns a verdict leaves it unsettled', () => {
    // With all fifteen the lower bound is just above the margin; without the highest it is not.
    const edge = roundsBetween(1.085, 1.22, 15);
    const whole = judged(edge);
    expect(whole).toMatchObject({ kind: 'not-settled' });
    expect(whole.ratio?.interval?.lower).toBeGreaterThan(1.1);
    expect(whole.reason).toMatch(/it turns on a single round$/);
  });

  it('that is wild does not silence a great difference', () => {
    expect(judged([...roundsBetween(11, 14, 14), ...roundsWithRatios([0.5])]).kind).toBe('confirmed');
  });
});

describe('a speed-up', () => {
  const speedUp = ratioComparison({ margin: 1.5, speedUpOn: 2, parallel: true });
  const granted = (cores: number) => roundsBetween(1.3, 1.4).map((one) => ({ ...one, granted: cores }));
  it.each([
    [2, 'not-settled'],
    [1.5, 'confirmed'],
    [4, 'not-settled'],
  ] as const)('on a machine that granted %d cores is judged by what two could do: %s', (cores, kind) => {
    expect(judgeComparison(speedUp, 'node', evidence([cell(granted(cores))])).kind).toBe(kind);
  });
});

describe('what was not measured', () => {
  const unavailable = { unavailable: [{ experiment: 'start-up', runtime: 'node', reason: 'no node on PATH' }] };
  it.each([
    ['missing', evidence([]), '“Start-up” has not been measured in Node.js, case “small”'],
    ['unavailable', evidence([], unavailable), 'no node on PATH'],
    [
      'no-program',
      evidenceFrom({ results: results([]), origin: 'local', hasProgram: () => false }),
      '“Start-up” has no program for Node.js',
    ],
    ['incomplete', evidence([cell(slower, { planned: 20 })]), '15 of 20 planned rounds were measured'],
    [
      'failed',
      evidence([cell(slower, { failures: { process: { reason: 'exited 1', log: '' } } })]),
      'process: exited 1',
    ],
    [
      'failed',
      evidence([cell([...slower, round({ thread: 2 })])]),
      'no figure of “Time” for process in 1 of 16 rounds',
    ],
    ['missing', evidence([cell([round({ thread: 2 })])]), 'no figure of “Time” for process, case “small”'],
    [
      'undefined-ratio',
      evidence([cell(roundsWithRatios([1, 2, 0]))]),
      '“Time” was 0 for process: a ratio needs both sides above zero',
    ],
    [
      'undefined-ratio',
      evidence([cell([round({ thread: -3, process: 1 })])]),
      '“Time” was -3 for thread: a ratio needs both sides above zero',
    ],
    [
      'stale',
      evidenceFrom({ results: results([cell(slower)]), origin: 'local', stale: () => 'thread.ts has changed since' }),
      'thread.ts has changed since',
    ],
  ] as const)('is not measured: %s', (cause, source, reason) => {
    expect(judgeComparison(ratioComparison(), 'node', source)).toMatchObject({
      kind: 'not-measured',
      reason,
      decisive: { cause, reason },
    });
  });
});

describe('a fact', () => {
  const counts = (values: number[]) => evidence([cell(values.map((value) => round({ thread: value })))]);

  it.each([
    ['every', '>', 0, [1, 2, 3], 'confirmed', 3],
    ['every', '>', 0, [1, 0, 3], 'contradicted', 2],
    ['some', '>', 0, [0, 0, 3], 'confirmed', 1],
    ['some', '>', 0, [0, 0, 0], 'contradicted', 0],
    ['every', '=', 0, [0, 0], 'confirmed', 2],
    ['every', '<', 2, [1, 2], 'contradicted', 1],
    ['every', '<=', 2, [1, 2], 'confirmed', 2],
    ['every', '>=', 2, [1, 2], 'contradicted', 1],
  ] as const)('%s %s %d of %o is %s', (quantifier, is, value, values, kind, held) => {
    const verdict = judgeComparison(factComparison({ quantifier, is, value }), 'node', counts([...values]));
    expect(verdict.decisive).toMatchObject({ kind, held, rounds: values.length });
  });

  it('needs neither many rounds nor a quiet machine', () => {
    const noisy = cell([round({ thread: 1 })], { gates: [gate('pressure', 'failed')] });
    expect(judgeComparison(factComparison(), 'node', evidence([noisy])).kind).toBe('confirmed');
  });

  it.each([
    ['holds, whatever the capacity', 1, 'failed', true, 'confirmed'],
    ['fails where cores could run side by side', 0, 'passed', true, 'contradicted'],
    ['fails where they could not', 0, 'failed', true, 'too-noisy'],
    ['fails, and needs no cores', 0, 'failed', false, 'contradicted'],
  ] as const)('of parallelism %s', (_, value, outcome, parallel, kind) => {
    const gates = [gate('capacity', outcome)];
    const source = evidence([cell([round({ thread: value })], { gates })]);
    expect(judgeComparison(factComparison({ parallel }), 'node', source).kind).toBe(kind);
  });

  it('does not hold in every round when a round has no figure', () => {
    const silent = { order: ['thread'], invocations: { thread: invocation({}) } };
    const source = evidence([cell([round({ thread: 1 }), silent])]);
    expect(judgeComparison(factComparison(), 'node', source)).toMatchObject({
      kind: 'contradicted',
      reason: 'time > 0 in 1 of 2 rounds',
    });
  });

  it.each([
    [[0, 1], ['small', 'large'], 'confirmed', 'large'],
    [[0, 0], ['small', 'large'], 'contradicted', 'small'],
    [[0, 0], ['small', 'large', 'huge'], 'not-measured', 'huge'],
    [[0, 1], ['small', 'large', 'huge'], 'confirmed', 'large'],
  ] as const)('that need hold only somewhere: %o over %o is %s, by %s', (values, cases, kind, decisive) => {
    const [small, large] = values.map((value) => round({ thread: value }));
    if (!small || !large) throw new Error('two values');
    const source = evidence([cell([small]), cell([large], { case: 'large' })]);
    const some = factComparison({ quantifier: 'some', cases: [...cases] });
    expect(judgeComparison(some, 'node', source)).toMatchObject({ kind, decisive: { case: decisive } });
  });

  it('needs a figure at all', () => {
    expect(judgeComparison(factComparison({ variant: 'process' }), 'node', counts([1])).kind).toBe('not-measured');
  });
});
