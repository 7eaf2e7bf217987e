/** The command line of `npm run measure`, which `build` and `start` understand too. */
import { parseArgs } from 'node:util';
import { InputError } from '../input-error.ts';
import type { MeasureOptions } from '../options.ts';

export interface MeasureCommand extends MeasureOptions {
  list: boolean;
  json: boolean;
  help: boolean;
}

export const HELP = `npm run measure -- [options]      runs the experiments and records what they print

  --list              show what is fresh, stale, missing or unavailable, and run nothing
  --only <id>[,…]     these experiments; <id>/<runtime> and <id>/<runtime>/<case> narrow it further
  --runtime <id>[,…]  these runtimes
  --profile <name>    quick (default): fewer cases; full: everything, for reference results
  --rounds <n>        instead of the experiment's own; verdicts need 11
  --seed <n>          of the random order; default: drawn, and recorded
  --budget <time>     stop in time: 90s, 2m, 1h; home-page experiments come first
  --force             measure again what is fresh
  --noisy             measure again what is fresh but too noisy for a verdict
  --json              the report as JSON on standard output
  --help

Ctrl-C finishes the round and saves; a second one stops at once. The next run goes on from there.`;

const UNITS: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000 };

/** "90s", "2m", "1.5h" to ms. */
export function parseDuration(text: string): number {
  const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?)([smh])$/.exec(text) ?? [];
  const ms = Number(number) * (UNITS[unit] ?? Number.NaN);
  if (!(ms > 0)) throw new InputError(`--budget: expected a time such as 90s, 2m or 1h, found "${text}".`);
  return ms;
}

export function parseCount(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most) {
    throw new InputError(`--${option}: expected a whole number from ${least} to ${most}, found "${text}".`);
  }
  return value;
}

const list = (values: string[] | undefined): string[] =>
  (values ?? [])
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter(Boolean);

const optional = <Value>(text: string | undefined, parse: (text: string) => Value): Value | undefined =>
  text === undefined ? undefined : parse(text);

/** @throws InputError for anything that is not one of the options. */
export function parseOptions(argv: readonly string[]): MeasureCommand {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(argv);
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new InputError(`${reason}. See npm run measure -- --help.`);
  }
  const profile = values.profile ?? 'quick';
  if (profile !== 'quick' && profile !== 'full') {
    throw new InputError(`--profile: expected quick or full, found "${profile}".`);
  }
  return {
    profile,
    only: list(values.only),
    runtimes: list(values.runtime),
    rounds: optional(values.rounds, (text) => parseCount('rounds', text, 1, 1000)),
    seed: optional(values.seed, (text) => parseCount('seed', text, 0, 2 ** 32 - 1)),
    budget: optional(values.budget, parseDuration),
    force: values.force === true,
    noisy: values.noisy === true,
    list: values.list === true,
    json: values.json === true,
    help: values.help === true,
  };
}

function parse(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    strict: true,
    allowPositionals: false,
    options: {
      list: { type: 'boolean' },
      only: { type: 'string', multiple: true },
      runtime: { type: 'string', multiple: true },
      profile: { type: 'string' },
      rounds: { type: 'string' },
      seed: { type: 'string' },
      budget: { type: 'string' },
      force: { type: 'boolean' },
      noisy: { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  }).values;
}
