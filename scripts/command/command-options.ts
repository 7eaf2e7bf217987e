/** The options of a command: how each is written, what its `--help` line says, and how its text becomes a value. */
import { nearest } from '../../src/measurement/nearest.ts';
import { InputError } from '../harness/input-error.ts';

/** Turns what was typed into a value; `option` is its name as typed, `--port`. Throws InputError for anything else. */
export type Reader<Value> = (text: string, option: string) => Value;

export interface Flag {
  /** The line of `--help`. */
  help: string;
  read?: never;
}

export interface ValueOption<Value> {
  help: string;
  /** How `--help` shows the value: `<n>`. */
  value: string;
  read: Reader<Value>;
  /** What the command gets when the option is not given: a list where it is repeatable, else undefined. */
  default?: Value | readonly Value[];
  /** May be given several times; the command gets a list. */
  repeatable?: boolean;
}

export type Options = Record<string, Flag | ValueOption<unknown>>;

type Given<Option> = Option extends { read: Reader<infer Value> }
  ? Option extends { repeatable: true }
    ? Value[]
    : Option extends { default: unknown }
      ? Value
      : Value | undefined
  : boolean;

/** What the command's `run` gets: a boolean for a flag, else the value that was read. */
export type Values<Declared extends Options> = { [Name in keyof Declared]: Given<Declared[Name]> };

/** A whole number within bounds. */
export const wholeNumber =
  (least: number, most: number): Reader<number> =>
  (text, option) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= most) return number;
    throw new InputError(`${option}: expected a whole number from ${least} to ${most}, found "${text}".`);
  };

/** One of a few words. */
export const oneOf =
  <const Word extends string>(...words: readonly Word[]): Reader<Word> =>
  (text, option) => {
    const word = words.find((known) => known === text);
    if (word !== undefined) return word;
    const expected = words.length > 2 ? `one of ${words.join(', ')}` : words.join(' or ');
    const meant = nearest(text, words);
    throw new InputError(`${option}: expected ${expected}, found "${text}".${meant ? ` Nearest: "${meant}".` : ''}`);
  };

const MILLISECONDS: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000 };

/** "90s", "2m", "1.5h", in ms. */
export const duration: Reader<number> = (text, option) => {
  const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?)([smh])$/.exec(text) ?? [];
  const ms = Number(number) * (MILLISECONDS[unit] ?? Number.NaN);
  if (ms > 0) return ms;
  throw new InputError(`${option}: expected a time such as 90s, 2m or 1h, found "${text}".`);
};

/** Any text but an empty one: a file, a folder, a name. */
export const words: Reader<string> = (text, option) => {
  if (text.trim() !== '') return text;
  throw new InputError(`${option}: expected a value, found an empty one.`);
};

/** Words with commas between them, one at least. */
export const commaSeparated: Reader<string[]> = (text, option) => {
  const found = text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
  if (found.length > 0) return found;
  throw new InputError(`${option}: expected names with commas between them, found "${text}".`);
};

export const port: ValueOption<number> & { default: number } = {
  value: '<n>',
  help: 'on 127.0.0.1; 0 takes any free one (4321)',
  read: wholeNumber(0, 65_535),
  default: 4321,
};
