import { describe, expect, it } from 'vitest';
import { evidenceFrom } from '../../src/measurement/evidence.ts';
import { figure, ratioFigure, sayableRatio } from '../../src/measurement/figure.ts';
import { cell, evidence, gate, results, round, roundsBetween, roundsWithRatios } from './measured.ts';

const name = { experiment: 'start-up', runtime: 'node', case: 'small', metric: 'time' };
const rounds = roundsWithRatios([1, 2, 3, 4, 5]);

describe('a figure', () => {
  it('is the median with quartiles, unit, machine, date, version and origin', () => {
    expect(figure(evidence([cell(rounds)]), { ...name, variant: 'process' })).toMatchObject({
      median: 6,
      lower: 4,
      upper: 8,
      unit: 'ms',
      samples: [2, 4, 6, 8, 10],
      machine: { label: 'The bench' },
      date: '2026-09-29T12:00:00Z',
      version: '24.21.0',
      origin: 'local',
      profile: 'full',
    });
  });

  it('is still shown when stale, and says so', () => {
    const source = evidenceFrom({ results: results([cell(rounds)]), origin: 'reference', stale: () => 'changed' });
    expect(figure(source, { ...name, variant: 'thread' })).toMatchObject({ median: 2, stale: 'changed' });
  });

  it.each([
    [{ ...name, metric: 'tiem', variant: 'thread' }, 'start-up has no metric called tiem'],
    [{ ...name, variant: 'fibre' }, 'no figure of “Time” for fibre, case “small”'],
    [{ ...name, case: 'large', variant: 'thread' }, '“Start-up” has not been measured in Node.js, case “large”'],
  ])('is absent with a reason: %o', (asked, reason) => {
    expect(figure(evidence([cell(rounds)]), asked)).toEqual({ cause: 'missing', reason });
  });
});

describe('a ratio', () => {
  it('is paired by round and carries its interval', () => {
    const asked = { ...name, of: 'process', over: 'thread' };
    expect(ratioFigure(evidence([cell(roundsBetween(1.5, 1.7))]), asked)).toMatchObject({ rounds: 15 });
    const few = roundsWithRatios([1, 3, 9]);
    expect(ratioFigure(evidence([cell(few)]), asked)).toMatchObject({ interval: null, rounds: 3 });
    expect(ratioFigure(evidence([cell([round({ thread: 1 })])]), asked)).toMatchObject({ cause: 'missing' });
  });
});

describe('a ratio that a gate forbids', () => {
  const asked = { ...name, of: 'process', over: 'thread' };
  const gates = [gate('pressure', 'failed', 'others wanted the processor')];
  const busy = evidence([cell(roundsBetween(1.5, 1.7), { gates })]);

  it('is kept for pictures, with the reason, and so is each figure', () => {
    expect(ratioFigure(busy, asked)).toMatchObject({ rounds: 15, noise: 'others wanted the processor' });
    expect(figure(busy, { ...name, variant: 'thread' })).toMatchObject({ noise: 'others wanted the processor' });
  });
  it('is not said in running text', () => {
    expect(sayableRatio(busy, asked)).toMatchObject({ cause: 'too-noisy' });
    expect(sayableRatio(evidence([cell(roundsBetween(1.5, 1.7))]), asked)).toMatchObject({ rounds: 15 });
  });
  it('needs cores only where the experiment read how many there were', () => {
    const parallel = evidence([cell(roundsBetween(1.5, 1.7), { gates: [gate('capacity', 'failed')] })]);
    expect(sayableRatio(parallel, asked)).toMatchObject({ cause: 'too-noisy' });
  });
});

describe('one file', () => {
  it('knows as stale what a cell says is stale', () => {
    const source = evidence([cell(rounds, { stale: 'the compiler is another' })]);
    expect(source.cell('start-up', 'node', 'small')?.stale).toBe('the compiler is another');
  });

  it('is answered by the fresh and complete cell before the others', () => {
    const unfinished = cell(rounds, { planned: 9, date: '2026-12-01T00:00:00Z' });
    const stale = cell(rounds, { stale: 'changed', date: '2026-12-02T00:00:00Z' });
    const complete = cell(rounds);
    expect(evidence([stale, unfinished, complete]).cell('start-up', 'node', 'small')?.cell).toBe(complete);
    expect(evidence([stale, unfinished]).cell('start-up', 'node', 'small')?.cell).toBe(unfinished);
  });

  it('is answered by a cell that measured the variant before one that left it out', () => {
    const fuller = cell([round({ thread: 1, fibre: 2 })], { profile: 'quick' });
    const source = evidence([cell(rounds), fuller]);
    expect(source.cell('start-up', 'node', 'small', ['fibre'])?.cell).toBe(fuller);
    expect(source.cell('start-up', 'node', 'small', ['thread'])?.cell).not.toBe(fuller);
    expect(evidence([cell(rounds)]).cell('start-up', 'node', 'small', ['fibre'])).toBeDefined();
  });

  it('is answered by the full profile before the quick, and the later before the earlier', () => {
    const quick = cell(rounds, { profile: 'quick', date: '2026-12-01T00:00:00Z' });
    const late = cell(rounds, { date: '2026-11-01T00:00:00Z' });
    const source = evidence([quick, cell(rounds), late]);
    expect(source.cell('start-up', 'node', 'small')?.cell).toBe(late);
  });

  it('lists the cells of an experiment, one a case, in the order of its cases', () => {
    const source = evidence([cell(rounds, { case: 'large' }), cell(rounds), cell(rounds, { profile: 'quick' })]);
    expect(source.cells('start-up', 'node').map(({ cell: found }) => found.case)).toEqual(['small', 'large']);
    expect(source.cells('start-up', 'c')).toEqual([]);
  });

  it('knows its own words and reasons', () => {
    const source = evidence([], { unavailable: [{ experiment: 'gil', runtime: 'c', reason: 'no compiler' }] });
    expect(source.unavailable('gil', 'c')).toBe('no compiler');
    expect(source.unavailable('gil', 'node')).toBeUndefined();
    expect(source.vocabulary('start-up')?.title).toBe('Start-up');
    expect(source.vocabulary('gil')).toBeUndefined();
  });
});
