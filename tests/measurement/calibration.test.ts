import { describe, expect, it } from 'vitest';
import {
  type Calibration,
  calibrationRows,
  overheadRatio,
  parseCalibration,
  type Trial,
  upperBound,
} from '../../src/measurement/calibration.ts';

describe('the bound of a chance that was never seen', () => {
  it('is the exact one: (1 − p)^n = 0.01', () => {
    expect(upperBound(0, 200)).toBeCloseTo(1 - 0.01 ** (1 / 200), 6);
    expect(upperBound(0, 200)).toBeLessThan(0.025);
  });
  // R: binom.test(k, n, alternative = "less", conf.level = 0.99)$conf.int[2]
  it.each([
    [1, 200, 0.0327],
    [2, 60, 0.1328],
    [60, 60, 1],
  ])('%i of %i: %f', (events, trials, bound) => expect(upperBound(events, trials)).toBeCloseTo(bound, 3));
  it('needs trials', () => expect(() => upperBound(0, 0)).toThrow('at least one trial'));
});

describe('a calibration', () => {
  const trial = (factor: number, seen: number, others = 0): Trial => ({
    factor,
    pairs: Array.from({ length: 15 }, (_, round) => [seen * (10 + round / 100), 10 + round / 100]),
    others,
  });
  const calibration = {
    margin: 1.1,
    trials: [trial(1, 1), trial(1, 1), trial(1, 1.2, 0.4), trial(1.3, 1.3), trial(1.3, 1.05), trial(1.1, 1.1)],
    overhead: Array.from({ length: 11 }, (_, index) => [103 + index / 100, 100] as [number, number]),
  } as unknown as Calibration;

  it('counts verdicts by factor, false ones included', () => {
    expect(calibrationRows(calibration, 'all')).toEqual([
      { factor: 1, trials: 3, confirmed: 1, contradicted: 0, seen: 1 },
      { factor: 1.1, trials: 1, confirmed: 0, contradicted: 0, seen: 1 },
      { factor: 1.3, trials: 2, confirmed: 1, contradicted: 0, seen: 2 },
    ]);
  });
  it('counts no verdict that a single round decides', () => {
    const few = [trial(1.3, 1.3)].map((one) => ({ ...one, pairs: one.pairs.slice(0, 11) }));
    expect(calibrationRows({ ...calibration, trials: few }, 'all')).toEqual([
      { factor: 1.3, trials: 1, confirmed: 0, contradicted: 0, seen: 1 },
    ]);
  });
  it('can leave out what was measured beside others', () => {
    expect(calibrationRows(calibration, 'quiet')[0]).toMatchObject({ factor: 1, trials: 2, confirmed: 0 });
  });
  it.each(['', '{"schema":1}', '{"schema":2}', '[]'])('that is none is named in one line: %s', (text) => {
    expect(() => parseCalibration(text, 'calibration.json')).toThrow(
      /^calibration\.json: expected a calibration, found something else \(.+\)\. Delete it and calibrate again\.$/,
    );
  });
  it('gives the overhead as a ratio with its interval', () => {
    expect(overheadRatio(calibration)?.estimate).toBeCloseTo(1.0305, 3);
    expect(overheadRatio({ ...calibration, overhead: [] })).toBeUndefined();
  });
});
