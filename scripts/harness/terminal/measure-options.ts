/** The options of `npm run measure`; those that choose what is measured, `build` and `start` take too. */
import { VERDICT_ROUNDS } from '../../../src/measurement/statistics.ts';
import { commaSeparated, duration, type Options, oneOf, type Values, wholeNumber } from '../../command/options.ts';
import type { MeasureOptions } from '../options.ts';

export const choosingOptions = {
  only: {
    value: '<id>[,…]',
    help: 'these experiments; <id>/<runtime> and <id>/<runtime>/<case> narrow it further',
    read: commaSeparated,
    repeatable: true,
  },
  runtime: { value: '<id>[,…]', help: 'these runtimes', read: commaSeparated, repeatable: true },
  profile: {
    value: '<name>',
    help: 'quick (default): fewer cases; full: everything, for reference results',
    read: oneOf('quick', 'full'),
    default: 'quick',
  },
  rounds: {
    value: '<n>',
    help: `instead of the experiment's own; a verdict needs ${VERDICT_ROUNDS}`,
    read: wholeNumber(1, 1000),
  },
  seed: {
    value: '<n>',
    help: 'of the random order; default: drawn, and recorded',
    read: wholeNumber(0, 2 ** 32 - 1),
  },
  budget: {
    value: '<time>',
    help: 'stop in time: 90s, 2m, 1h; home-page experiments come first',
    read: duration,
  },
  force: { help: 'measure again what is fresh' },
  noisy: { help: 'measure again what is fresh but too noisy for a verdict' },
} as const satisfies Options;

export function toMeasureOptions(values: Values<typeof choosingOptions>): MeasureOptions {
  const { only, runtime, profile, rounds, seed, budget, force, noisy } = values;
  return { profile, only: only.flat(), runtimes: runtime.flat(), rounds, seed, budget, force, noisy };
}
