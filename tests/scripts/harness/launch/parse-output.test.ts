import { describe, expect, it } from 'vitest';
import { parseOutput } from '../../../../scripts/harness/launch/parse-output.ts';
import type { Metric } from '../../../../src/measurement/vocabulary.ts';

const metrics: Record<string, Metric> = {
  ready: { label: 'Ready', unit: 'ms', better: 'lower' },
  answers: { label: 'Answers', unit: 'count', better: 'higher' },
  extra: { label: 'Extra', unit: 'MiB/s', better: 'higher', optional: true },
};
const read = (text: string) => parseOutput(text, metrics);

describe('what a program prints', () => {
  it('is figures as declared, slices, and free text', () => {
    const text = 'hello\nready = 0.093 ms\nanswers = 1e3\nslice worker-1 run 0.1 1.3 core 1\npid = 77\n';
    expect(read(text)).toEqual({
      values: { ready: 0.093, answers: 1000 },
      slices: [{ unit: 'worker-1', state: 'run', start: 0.1, end: 1.3, core: 1 }],
      problems: [],
      absent: [],
    });
  });

  it('may come from Windows and may end without a newline', () => {
    expect(read('ready = 1 ms\r\nanswers = -2').values).toEqual({ ready: 1, answers: -2 });
  });

  it('lacks nothing when only an optional metric is missing', () => {
    expect(read('ready = 1 ms').absent).toEqual(['answers']);
  });

  it.each([
    ['ready = NaN ms', 'expected a number in ms, found "NaN"'],
    ['ready = Infinity ms', 'found "Infinity"'],
    ['ready = 1e999 ms', 'found "1e999"'],
    ['ready = 0x10 ms', 'found "0x10"'],
    ['ready = 1,5 ms', 'found "1,5"'],
    ['ready = 1 s', 'expected a number in ms, found unit "s"'],
    ['ready = 1', 'expected a number in ms, found no unit'],
    ['answers = 1 ms', 'expected a number without unit, found unit "ms"'],
    ['ready = 1 ms\nready = 1 ms', 'printed "ready" twice'],
    ['slice worker run soon 1', 'expected "slice <unit>'],
    ['slice worker sleep 0 1', 'expected "slice <unit>'],
    ['slice worker run 2 1', 'expected "slice <unit>'],
  ])('%j breaks the convention', (text, reason) => {
    expect(read(text).problems).toEqual([expect.stringContaining(reason)]);
  });

  it('cannot name a property of every object', () => {
    expect(read('constructor = 1 ms\n__proto__ = 2').values).toEqual({});
  });
});
