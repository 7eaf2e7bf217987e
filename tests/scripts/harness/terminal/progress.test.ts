import { describe, expect, it } from 'vitest';
import type { CellPlan } from '../../../../scripts/harness/plan/plan-cell.ts';
import type { ProgressEvent } from '../../../../scripts/harness/progress-event.ts';
import { createEstimator } from '../../../../scripts/harness/session/time-estimate.ts';
import { canShowLive } from '../../../../scripts/harness/terminal/live-progress.ts';
import { formatDuration, plainProgress } from '../../../../scripts/harness/terminal/progress.ts';
import { table } from '../../../../scripts/harness/terminal/table.ts';

describe('a duration', () => {
  it.each([
    [400, '0 s'],
    [59_400, '59 s'],
    [60_000, '1 min'],
    [125_000, '2 min 5 s'],
    [3_780_000, '1 h 3 min'],
  ])('%i ms is %s', (ms, text) => expect(formatDuration(ms)).toBe(text));
});

describe('plain progress', () => {
  const lines = (...events: ProgressEvent[]) => {
    const written: string[] = [];
    const listen = plainProgress((line) => written.push(line));
    for (const event of events) listen(event);
    return written;
  };
  const pressure = { gate: 'pressure', outcome: 'failed', reading: 40, limit: 10, reason: 'busy' } as const;
  const name = 'memory · node · one';

  it('has a line per cell, with what failed and the time left', () => {
    const failures = { process: 'ended with code 1' };
    expect(
      lines(
        { type: 'cell', name, index: 2, of: 7, resumedFrom: 0 },
        { type: 'round', name, done: 11, of: 11, left: 125_000 },
        { type: 'cell-done', name, rounds: 11, planned: 11, failures, gates: [pressure] },
      ),
    ).toEqual([
      `[2/7] ${name}: 11 of 11 rounds\n    process failed: ended with code 1\n    pressure failed: busy (about 2 min 5 s left)`,
    ]);
  });

  it('says what a control is, once, before the wait for it', () => {
    const rounds = [0, 1].map((done) => ({ type: 'control', done, of: 15 }) as const);
    expect(lines(...rounds)).toEqual(['Control: a program against itself, which must show no difference']);
  });

  it('prints nothing that would steer the terminal', () => {
    const failures = { thread: 'ended \u001b[2J\u0007' };
    const [line] = lines({ type: 'cell-done', name, rounds: 1, planned: 1, failures, gates: [] });
    expect(line).toContain('thread failed: ended ␛[2J␇');
  });

  it('says once that it waits', () => {
    const waiting = { type: 'waiting', gate: pressure } as const;
    expect(lines(waiting, waiting, waiting)).toEqual(['waiting for the machine to be less busy: busy']);
  });
});

describe('a live display', () => {
  it.each([
    [{ isTTY: true, columns: 80 }, 'xterm', true],
    [{ isTTY: true, columns: 40 }, 'xterm', true],
    [{ isTTY: true, columns: 39 }, 'xterm', false],
    [{ isTTY: true, columns: 0 }, 'xterm', false],
    [{ isTTY: true, columns: 80 }, 'dumb', false],
    [{ isTTY: true, columns: 80 }, undefined, true],
    [{ columns: 80 }, 'xterm', false],
  ])('%j, TERM=%s: %s', (stream, term, can) => expect(canShowLive(stream, term)).toBe(can));
});

describe('the time left', () => {
  const plan = (experiment: string, variants: number) =>
    ({
      experiment: { id: experiment },
      installation: { info: { id: 'node' } },
      case: 'one',
      variants: Array(variants).fill({}),
    }) as unknown as CellPlan;

  it('is not known before anything was seen', () => {
    expect(createEstimator([]).remaining([{ plan: plan('a', 2), rounds: 3 }])).toBeNull();
    expect(createEstimator([]).remaining([])).toBe(0);
  });
  it('is never more than the budget has, nor counts what will not fit into it', () => {
    const cells = ['a', 'b'].map((id) => ({ plan: plan(id, 1), rounds: 3 }));
    const estimator = createEstimator([]);
    expect(estimator.remaining(cells, 5000)).toBe(5000);
    expect(estimator.remaining(cells, -20)).toBe(0);
    estimator.observe(plan('a', 1), 100);
    estimator.observe(plan('b', 1), 200);
    expect(estimator.remaining(cells, 2000)).toBe(900);
    expect(estimator.remaining(cells, 400)).toBe(300);
    expect(estimator.remaining([...cells].reverse(), 700)).toBe(600);
  });
  it('comes from what the same experiment took, then from what others took', () => {
    const estimator = createEstimator([]);
    estimator.observe(plan('a', 2), 100);
    expect(estimator.remaining([{ plan: plan('a', 2), rounds: 3 }])).toBe(300);
    expect(estimator.remaining([{ plan: plan('b', 4), rounds: 1 }])).toBe(200);
    estimator.observe(plan('a', 2), 300);
    expect(estimator.round(plan('a', 2))).toBe(200);
  });
});

it('a table lines up', () => {
  expect(
    table([
      ['a', 'long', 'x'],
      ['bcd', '', ''],
    ]),
  ).toBe('a    long  x\nbcd');
});
