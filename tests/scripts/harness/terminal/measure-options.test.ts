import { describe, expect, it } from 'vitest';
import { duration } from '../../../../scripts/command/command-options.ts';
import { readArguments } from '../../../../scripts/command/read-arguments.ts';
import { InputError } from '../../../../scripts/harness/input-error.ts';
import {
  choosingOptions,
  referenceOption,
  START_BUDGET,
  toMeasureOptions,
  toReferenceOptions,
  toStartOptions,
  unlessUnmeasured,
} from '../../../../scripts/harness/terminal/measure-options.ts';
import { options } from '../measuring-bench.ts';

function parseOptions(argv: string[]) {
  const given = readArguments(choosingOptions, { least: 0, most: 0, expected: 'options only' }, argv);
  return given && toMeasureOptions(given.values);
}

describe('the command line', () => {
  it('defaults to the quick profile of everything', () => {
    expect(parseOptions([])).toEqual(options());
  });

  describe('--reference', () => {
    const contributed = (...argv: string[]) => {
      const declared = { ...choosingOptions, reference: referenceOption };
      const given = readArguments(declared, { least: 0, most: 0, expected: 'options only' }, argv);
      if (!given) throw new Error('expected options, found --help');
      const { reference, ...chosen } = given.values;
      return toReferenceOptions(chosen, reference);
    };

    it('names the file, takes parts of the plan, and may be absent', () => {
      const argv = ['--profile', 'full', '--reference', 'zen4-2', '--only', 'gil', '--force', '--budget', '9m'];
      expect(contributed(...argv)).toMatchObject({ reference: 'zen4-2', profile: 'full', only: ['gil'], force: true });
      expect(contributed('--rounds', '3')).toMatchObject({ reference: undefined, profile: 'quick', rounds: 3 });
    });

    it.each([
      [['--reference', 'a'], '--reference: expected --profile full with it, found no profile.'],
      [['--reference', 'a', '--profile', 'quick'], '--reference: expected --profile full with it, found quick.'],
      [['--reference', 'a', '--profile', 'full', '--rounds', '9'], "expected the plan's own rounds, found --rounds 9."],
      [
        ['--reference', '../a', '--profile', 'full'],
        'expected a name of small letters, digits and dashes, found "../a"',
      ],
      [['--reference', 'a.json', '--profile', 'full'], 'expected a name of small letters'],
    ])('refuses %j', (argv, message) => expect(() => contributed(...argv)).toThrow(message));
  });

  describe('npm start', () => {
    const started = (...argv: string[]) => {
      const given = readArguments(choosingOptions, { least: 0, most: 0, expected: 'options only' }, argv);
      if (!given) throw new Error('expected options, found --help');
      return { values: given.values, options: toStartOptions(given.values) };
    };

    it.each([
      [[], START_BUDGET, true],
      [['--only', 'memory'], START_BUDGET, false],
      [['--noisy'], START_BUDGET, false],
      [['--profile', 'quick'], START_BUDGET, false],
      [['--budget', '5m'], 300_000, false],
      [['--profile', 'full'], undefined, false],
      [['--profile', 'full', '--budget', '1h'], 3_600_000, false],
    ])('%j: a budget of %s ms, and what one left out is left again: %s', (argv, budget, skipLeftOut) => {
      expect(started(...argv).options).toMatchObject({ budget, skipLeftOut });
    });

    it('measures nothing, or what is chosen, but not both', () => {
      const { values, options } = started();
      expect(unlessUnmeasured(true, values, options)).toBeNull();
      expect(unlessUnmeasured(false, values, options)).toBe(options);
      for (const [argv, first] of [
        [['--profile', 'full'], '--profile'],
        [['--only', 'gil'], '--only'],
        [['--noisy'], '--noisy'],
      ] as const) {
        const chosen = started(...argv);
        expect(() => unlessUnmeasured(true, chosen.values, chosen.options)).toThrow(
          `--no-measure: expected no option that chooses what is measured, found ${first}.`,
        );
      }
    });
  });

  it('takes lists with commas or repeated', () => {
    const options = parseOptions(['--only', 'memory,crashes/c', '--only', 'gil', '--runtime', 'node, c']);
    expect(options).toMatchObject({ only: ['memory', 'crashes/c', 'gil'], runtimes: ['node', 'c'] });
  });

  it.each([
    ['90s', 90_000],
    ['2m', 120_000],
    ['1.5h', 5_400_000],
  ])('reads the time %s', (text, ms) => expect(duration(text, '--budget')).toBe(ms));

  it.each([
    [['--budget', '2'], '--budget: expected a time such as 90s, 2m or 1h, found "2"'],
    [['--budget', '-1m'], '--budget'],
    [['--budget', '0s'], '--budget: expected a time'],
    [['--rounds', '0'], '--rounds: expected a whole number from 1 to 1000, found "0"'],
    [['--rounds', '1e2'], '--rounds'],
    [['--seed', '-1'], '--seed'],
    [['--profile', 'fast'], '--profile: expected quick or full, found "fast"'],
    [['--prfile', 'full'], "Unknown option '--prfile'"],
    [['memory'], "Unexpected argument 'memory'"],
    [['--only'], '--only'],
    [['--only', ' ,'], '--only: expected names'],
  ])('refuses %j with one clear error', (argv, message) => {
    expect(() => parseOptions(argv)).toThrow(InputError);
    expect(() => parseOptions(argv)).toThrow(message);
  });
});
