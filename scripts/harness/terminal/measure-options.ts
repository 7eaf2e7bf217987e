/** The options of `npm run measure`; those that choose what is measured, `build` and `start` take too. */
import { VERDICT_ROUNDS } from '../../../src/measurement/limits.ts';
import {
  commaSeparated,
  duration,
  type Options,
  oneOf,
  type Reader,
  type Values,
  wholeNumber,
} from '../../command/command-options.ts';
import { InputError } from '../input-error.ts';
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
    help: 'quick (default): fewer experiments and cases; full: everything, for reference results',
    read: oneOf('quick', 'full'),
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

/** A name that a file may have on every system. */
const fileName: Reader<string> = (text, option) => {
  if (/^[a-z0-9][a-z0-9-]{0,60}$/.test(text)) return text;
  throw new InputError(`${option}: expected a name of small letters, digits and dashes, found "${text}".`);
};

export const referenceOption = {
  value: '<name>',
  help: 'with --profile full: into content/results/reference/<name>.json, to be committed',
  read: fileName,
} as const;

type Chosen = Values<typeof choosingOptions>;

export function toMeasureOptions(values: Chosen): MeasureOptions {
  const { only, runtime, profile = 'quick', rounds, seed, budget, force, noisy } = values;
  const runtimes = runtime.flat();
  return {
    profile,
    only: only.flat(),
    runtimes,
    rounds,
    seed,
    budget,
    skipLeftOut: false,
    force,
    noisy,
    reference: undefined,
  };
}

/**
 * A reference file is measured by the full profile's plan. `--only` repeats or finishes a part of it.
 * @throws InputError for what would make another plan of it
 */
export function toReferenceOptions(values: Chosen, reference: string | undefined): MeasureOptions {
  if (reference === undefined) return toMeasureOptions(values);
  if (values.profile !== 'full') {
    throw new InputError(`--reference: expected --profile full with it, found ${values.profile ?? 'no profile'}.`);
  }
  if (values.rounds !== undefined) {
    throw new InputError(`--reference: expected the plan's own rounds, found --rounds ${values.rounds}. Leave it out.`);
  }
  return { ...toMeasureOptions(values), reference };
}

/** The options that were typed, as they were typed; names that are not among them are ignored. */
function given(values: Chosen): string[] {
  return Object.keys(choosingOptions)
    .filter((name) => {
      const value = values[name as keyof Chosen];
      return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
    })
    .map((name) => `--${name}`);
}

/** ms that `npm start` may measure unless a budget is given. */
export const START_BUDGET = 120_000;

/**
 * `npm start` keeps to its own budget unless another is given or the full profile asked for. Where nothing is chosen,
 * what that budget left out last time is skipped again: a second start runs nothing.
 */
export function toStartOptions(values: Chosen): MeasureOptions {
  const options = toMeasureOptions(values);
  if (options.budget !== undefined || options.profile === 'full') return options;
  return { ...options, budget: START_BUDGET, skipLeftOut: given(values).length === 0 };
}

/**
 * What a build measures before it renders: null for nothing.
 * @throws InputError where nothing is to be measured and yet something is chosen
 */
export function unlessUnmeasured(
  unmeasured: boolean,
  values: Chosen,
  measuring: MeasureOptions,
): MeasureOptions | null {
  const [first] = given(values);
  if (unmeasured && first !== undefined) {
    throw new InputError(
      `--no-measure: expected no option that chooses what is measured, found ${first}. Leave one out.`,
    );
  }
  return unmeasured ? null : measuring;
}
