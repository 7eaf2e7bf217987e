/** Turns what was typed into values, by the options that a command declares. */
import { parseArgs } from 'node:util';
import { nearest } from '../../src/measurement/nearest.ts';
import { InputError } from '../harness/input-error.ts';
import type { Flag, Options, ValueOption, Values } from './command-options.ts';

/** The arguments that are not options. */
export interface Operands {
  least: number;
  most: number;
  /** What they are, for the message: `two results files`. */
  expected: string;
}

const HELP: Flag = { help: 'this text' };

/** The declared options and `--help`, which every command has. */
export const withHelp = (options: Options): Options => ({ ...options, help: HELP });

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];
type OptionToken = Extract<Token, { kind: 'option' }>;

function tokensOf(argv: readonly string[], options: Options): Token[] {
  const config = Object.entries(options).map(([name, option]) => {
    const type = option.read ? ('string' as const) : ('boolean' as const);
    return [name, { type, multiple: true }] as const;
  });
  return parseArgs({ args: [...argv], options: Object.fromEntries(config), strict: false, tokens: true }).tokens;
}

/** @throws InputError for an option that is not declared, lacks its value, or has one that it does not take */
function checkOption({ name, rawName, value, inlineValue }: OptionToken, options: Options): void {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (!option || !rawName.startsWith('--')) {
    const known = Object.keys(options).map((other) => `--${other}`);
    const meant = nearest(name, Object.keys(options));
    const hint = meant ? ` Nearest: "--${meant}".` : '';
    const expected = known.length > 1 ? `one of ${known.join(', ')}` : `nothing but ${known.join('')}`;
    throw new InputError(`Unknown option '${rawName}': expected ${expected}.${hint}`);
  }
  if (!option.read) {
    if (value !== undefined) throw new InputError(`${rawName}: expected no value, found "${value}".`);
  } else if (value === undefined || (!inlineValue && value.startsWith('-'))) {
    throw new InputError(`${rawName}: expected a value, ${option.value}, found ${value ? `"${value}"` : 'nothing'}.`);
  }
}

/** The texts given for one option become its value. */
function readTexts(name: string, option: Flag | ValueOption<unknown>, texts: readonly string[] | undefined): unknown {
  if (!option.read) return texts !== undefined;
  const read = texts?.map((text) => option.read(text, `--${name}`));
  return option.repeatable ? (read ?? option.default ?? []) : read ? read.at(-1) : option.default;
}

/**
 * @returns null where help was asked for
 * @throws InputError naming the argument, what was expected and what was found
 */
export function readArguments<Declared extends Options>(
  declared: Declared,
  { least, most, expected }: Operands,
  argv: readonly string[],
): { values: Values<Declared>; operands: string[] } | null {
  const options = withHelp(declared);
  const tokens = tokensOf(argv, options);
  const given = tokens.filter((token) => token.kind === 'option');
  for (const token of given) checkOption(token, options);
  if (given.some(({ name }) => name === 'help')) return null;
  const operands = tokens.filter((token) => token.kind === 'positional').map(({ value }) => value);
  if (most === 0 && operands.length > 0) {
    throw new InputError(`Unexpected argument '${operands[0]}': expected ${expected}.`);
  }
  if (operands.length < least || operands.length > most) {
    throw new InputError(`expected ${expected}, found ${operands.length}.`);
  }
  const texts = Map.groupBy(given, ({ name }) => name);
  const values = Object.entries(declared).map(([name, option]) => [
    name,
    readTexts(
      name,
      option,
      texts.get(name)?.map(({ value }) => value ?? ''),
    ),
  ]);
  return { values: Object.fromEntries(values) as Values<Declared>, operands };
}
