/** The form that every npm script has: usage, options, `--help`, errors in one line, exit codes. */
import { MalformedFile } from '../../src/measurement/malformed.ts';
import { showControls } from '../../src/measurement/show-controls.ts';
import { InputError } from '../harness/input-error.ts';
import type { Options, Values } from './command-options.ts';
import { type Operands, readArguments, withHelp } from './read-arguments.ts';

interface Definition<Declared extends Options> {
  /** As it is typed: `npm run preview`. */
  name: string;
  /** What it does, in one sentence. */
  summary: string;
  options: Declared;
  /** The arguments that are not options, `a.json b.json`; absent: there are none. */
  operands?: Operands & { usage: string };
  /** What `--help` says below the options. */
  notes?: string;
  /** @returns the exit code; 0 where it returns nothing */
  run(values: Values<Declared>, operands: string[]): Promise<number | undefined>;
}

/** Where a command's output goes. */
interface Output {
  out(text: string): void;
  error(text: string): void;
}

/**
 * Runs a command with the arguments that were typed.
 * @returns its exit code: 0, 1 where it failed, 2 where its arguments or a file can't be used, 130 after Ctrl-C
 * @throws any other error: a defect of the project's own
 */
export type Command = (argv: readonly string[], output?: Output) => Promise<number>;

/** A failure that its message explains: shown without a stack, exit code 1. */
export class CommandFailure extends Error {
  override name = 'CommandFailure';
}

function describeUsage<Declared extends Options>({ name, summary, options, operands, notes }: Definition<Declared>) {
  const rows = Object.entries(withHelp(options)).map(([name, option]) => ({
    typed: option.read ? `  --${name} ${option.value}` : `  --${name}`,
    help: option.help,
  }));
  const width = Math.max(...rows.map(({ typed }) => typed.length));
  const usage = [`${name} --`, operands?.usage, '[options]'].filter(Boolean).join(' ');
  const lines = rows.map(({ typed, help }) => `${typed.padEnd(width)}   ${help}`);
  return [usage, '', summary, '', ...lines, ...(notes ? ['', notes] : [])].join('\n');
}

const terminal: Output = { out: (text) => console.log(text), error: (text) => console.error(text) };

export function defineCommand<const Declared extends Options>(definition: Definition<Declared>): Command {
  const { name, options, operands = { least: 0, most: 0, expected: 'options only' }, run } = definition;
  return async (argv, output = terminal) => {
    let given: ReturnType<typeof readArguments<Declared>>;
    try {
      given = readArguments(options, operands, argv);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      output.error(showControls(`${error.message} See ${name} -- --help.`));
      return 2;
    }
    if (given === null) {
      output.out(describeUsage(definition));
      return 0;
    }
    try {
      return (await run(given.values, given.operands)) ?? 0;
    } catch (error) {
      const unusable = error instanceof InputError || error instanceof MalformedFile;
      if (!unusable && !(error instanceof CommandFailure)) throw error;
      output.error(showControls(error.message));
      return unusable ? 2 : 1;
    }
  };
}
