import { describe, expect, it } from 'vitest';
import { judgeControl } from '../../src/measurement/gates.ts';
import type { Cell, Results } from '../../src/measurement/results.ts';
import { judgeComparison } from '../../src/measurement/verdict.ts';
import { cell, evidence, gate, ratioComparison, roundsBetween, session } from './measured.ts';

const slower = roundsBetween(1.5, 1.7);

function judged(rounds: Cell['rounds'], changes: Partial<Cell> = {}, file: Partial<Results> = {}) {
  return judgeComparison(ratioComparison(), 'node', evidence([cell(rounds, changes)], file)).decisive;
}

describe('gates', () => {
  it.each(['pressure', 'steal', 'load'] as const)('%s, failed, is too noisy and named', (name) => {
    const verdict = judged(slower, { gates: [gate(name, 'failed', 'the machine was busy')] });
    expect(verdict).toMatchObject({ kind: 'too-noisy', gate: name, reason: 'the machine was busy' });
    expect(verdict.ratio?.interval).not.toBeNull();
  });

  it.each(['passed', 'unavailable'] as const)('%s forbids nothing', (outcome) => {
    expect(judged(slower, { gates: [gate('pressure', outcome)] }).kind).toBe('confirmed');
  });

  it('capacity counts only where cores must run side by side', () => {
    const busy = evidence([cell(slower, { gates: [gate('capacity', 'failed', 'two cores did the work of one')] })]);
    expect(judgeComparison(ratioComparison(), 'node', busy).kind).toBe('confirmed');
    const parallel = judgeComparison(ratioComparison({ parallel: true }), 'node', busy).decisive;
    expect(parallel).toMatchObject({ kind: 'too-noisy', gate: 'capacity' });
  });

  it('capacity must have been read where it counts', () => {
    const unread = evidence([cell(slower, { gates: [] })]);
    const parallel = judgeComparison(ratioComparison({ parallel: true }), 'node', unread).decisive;
    expect(parallel).toMatchObject({ kind: 'too-noisy', gate: 'capacity' });
  });

  it("a cell's own reading goes before its session's", () => {
    const sessions = [session({ gates: [gate('control', 'passed'), gate('pressure', 'failed')] })];
    expect(judged(slower, { gates: [] }, { sessions })).toMatchObject({ kind: 'too-noisy', gate: 'pressure' });
    expect(judged(slower, { gates: [gate('pressure', 'passed')] }, { sessions }).kind).toBe('confirmed');
  });

  it('an A/A control is judged anew when rounds were added to it', () => {
    const rounds = [...roundsBetween(0.98, 1.02, 5)];
    expect(judgeControl(rounds).outcome).toBe('failed');
    rounds.push(...roundsBetween(0.98, 1.02));
    expect(judgeControl(rounds).outcome).toBe('passed');
  });

  it.each([
    ['that differs', roundsBetween(1.2, 1.3), 'too-noisy'],
    ['that is wide, beside a difference of its own size', roundsBetween(0.6, 1.7), 'not-settled'],
    ['that is wide, beside a greater difference', roundsBetween(0.8, 1.3), 'confirmed'],
    ['of too few rounds', roundsBetween(0.98, 1.02, 5), 'too-noisy'],
    ['that shows no difference', roundsBetween(0.98, 1.02), 'confirmed'],
  ] as const)('an A/A control %s makes it %s', (_, rounds, kind) => {
    const sessions = [session({ control: { rounds: [...rounds] }, gates: [] })];
    const verdict = judged(slower, {}, { sessions });
    expect(verdict.kind).toBe(kind);
    expect(verdict.gate).toBe(kind === 'too-noisy' ? 'control' : undefined);
  });

  it.each([
    ['no session', { sessions: [] }],
    ['a session without a control', { sessions: [session({ gates: [] })] }],
  ])('%s is too noisy: nothing was compared with itself', (_, file) => {
    expect(judged(slower, {}, file)).toMatchObject({ kind: 'too-noisy', gate: 'control' });
  });
});
