/** Which file answers where several measured the same: one, whole, and the others apart from it. */
import { describe, expect, it } from 'vitest';
import { chooseAnswers } from '../../src/evidence/answers.ts';
import { type EvidenceSource, evidenceFrom } from '../../src/measurement/evidence.ts';
import type { Cell, Results } from '../../src/measurement/results.ts';
import { cell, results, roundsWithRatios } from '../measurement/measured.ts';

const rounds = roundsWithRatios([1, 2, 3, 4, 5]);
const small = cell(rounds);
const large = cell(rounds, { case: 'large' });
const machine = (id: string) => ({ ...results([]).machine, id });
const local = (cells: Cell[], changes: Partial<Results> = {}) =>
  evidenceFrom({ origin: 'local', results: results(cells, { machine: machine('here'), ...changes }) });
const reference = (cells: Cell[], changes: Partial<Results> = {}) =>
  evidenceFrom({ origin: 'reference', results: results(cells, { machine: machine('there'), ...changes }) });
const choose = (...sources: EvidenceSource[]) => chooseAnswers(sources, ['start-up'], ['node']);

describe('the answer', () => {
  it('is the reference, with this machine beside it, where both have as much', () => {
    const [here, there] = [local([small]), reference([small])];
    expect(choose(here, there)).toEqual({ first: there, beside: [here] });
  });

  it('is the file with the most complete cells, for every case: none is taken from the other', () => {
    const [here, there] = [local([large]), reference([small, cell(rounds, { case: 'large', planned: 9 })])];
    expect(choose(here, there).first).toBe(there);
    const fuller = local([small, large]);
    expect(choose(fuller, there)).toEqual({ first: fuller, beside: [there] });
  });

  it('is the file that has rounds enough for verdicts, and of two alike the later', () => {
    const many = roundsWithRatios(Array.from({ length: 15 }, (_, index) => 1 + index / 100));
    const few = reference([small, large]);
    const deciding = reference([cell(many)]);
    expect(choose(few, deciding).first).toBe(deciding);
    const later = reference([cell(many, { date: '2026-11-25T00:00:00Z' })]);
    expect(choose(deciding, later).first).toBe(later);
  });

  it('is this machine where the reference is stale or has nothing', () => {
    const here = local([small]);
    const stale = reference([cell(rounds, { stale: 'changed' })]);
    expect(choose(here, stale)).toEqual({ first: here, beside: [stale] });
    expect(choose(here, reference([]))).toEqual({ first: here, beside: [] });
  });

  it('is one file for all the experiments of a claim', () => {
    const words = results([]).experiments['start-up'];
    const experiments = words ? { 'start-up': words, gil: words } : {};
    const one = reference([small, large], { experiments });
    const both = local([small, cell(rounds, { experiment: 'gil' })], { experiments });
    expect(chooseAnswers([one, both], ['start-up', 'gil'], ['node']).first).toBe(both);
  });

  it('does not stand beside itself where a reference machine has its own results too', () => {
    const here = local([small], { machine: machine('there') });
    const there = reference([small]);
    expect(choose(here, there)).toEqual({ first: there, beside: [] });
  });

  it('says why, where one knows why it was not measured', () => {
    const unavailable = [{ experiment: 'start-up', runtime: 'node', reason: 'no Node.js was found' }];
    const { first, beside } = choose(reference([]), local([], { unavailable }));
    expect(first.unavailable('start-up', 'node')).toBe('no Node.js was found');
    expect(beside).toEqual([]);
    expect(choose().first.cells('start-up', 'node')).toEqual([]);
  });

  it('is a file that knows the experiment’s words, where nobody measured it', () => {
    const { first, beside } = choose(local([], { experiments: {} }), reference([]));
    expect(first.whyAbsent('start-up', 'node')).toBe('“Start-up” has not been measured in Node.js');
    expect(beside).toEqual([]);
  });
});
