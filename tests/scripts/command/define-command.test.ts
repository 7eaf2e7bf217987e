import { describe, expect, it } from 'vitest';
import { duration, oneOf, wholeNumber, words } from '../../../scripts/command/command-options.ts';
import { CommandFailure, defineCommand } from '../../../scripts/command/define-command.ts';
import { InputError } from '../../../scripts/harness/input-error.ts';

const size = oneOf('small', 'large');

/** Runs a command that says what it was given, and ends with what `end` does. */
async function run(argv: string[], end: () => number | undefined = () => undefined) {
  const said = { out: '', error: '' };
  const ran: unknown[] = [];
  const command = defineCommand({
    name: 'npm run bake',
    summary: 'Bakes bread.',
    options: {
      loaves: { value: '<n>', help: 'how many (1)', read: wholeNumber(1, 20), default: 1 },
      size: { value: '<word>', help: 'small or large', read: size },
      with: { value: '<what>', help: 'repeatable', read: words, repeatable: true },
      rest: { value: '<time>', help: 'of the dough', read: duration },
      dry: { help: 'bake nothing' },
    },
    notes: 'Mind the oven.',
    async run(values) {
      ran.push(values);
      return end();
    },
  });
  const code = await command(argv, {
    out: (text) => {
      said.out += text;
    },
    error: (text) => {
      said.error += text;
    },
  });
  return { code, ran, ...said };
}

describe('a command', () => {
  it('gets its defaults, undefined, empty lists and false flags where nothing was typed', async () => {
    const { code, ran } = await run([]);
    expect(code).toBe(0);
    expect(ran).toEqual([{ loaves: 1, size: undefined, with: [], rest: undefined, dry: false }]);
  });

  it('gets values however they are typed, the last of several, and a list where it is repeatable', async () => {
    const typed = ['--loaves', '2', '--loaves=3', '--with', 'salt', '--with=rye', '--rest', '1.5h', '--dry'];
    const { ran } = await run(typed);
    expect(ran).toEqual([{ loaves: 3, size: undefined, with: ['salt', 'rye'], rest: 5_400_000, dry: true }]);
  });

  it('says with --help what there is, and runs nothing, whatever else is typed', async () => {
    const { code, ran, out, error } = await run(['--loaves', 'many', '--help']);
    expect({ code, ran, error }).toEqual({ code: 0, ran: [], error: '' });
    expect(out).toBe(`npm run bake -- [options]

Bakes bread.

  --loaves <n>    how many (1)
  --size <word>   small or large
  --with <what>   repeatable
  --rest <time>   of the dough
  --dry           bake nothing
  --help          this text

Mind the oven.`);
  });

  it.each([
    [
      ['--loafs', '2'],
      `Unknown option '--loafs': expected one of --loaves, --size, --with, --rest, --dry, --help. Nearest: "--loaves".`,
    ],
    [['-d'], "Unknown option '-d': expected one of"],
    [['--toString'], "Unknown option '--toString'"],
    [['--__proto__'], "Unknown option '--__proto__'"],
    [['--no-dry'], "Unknown option '--no-dry'"],
    [['rye'], "Unexpected argument 'rye': expected options only."],
    [['--', '--dry'], "Unexpected argument '--dry'"],
    [['--loaves'], '--loaves: expected a value, <n>, found nothing.'],
    [['--loaves', '--dry'], '--loaves: expected a value, <n>, found "--dry".'],
    [['--loaves='], '--loaves: expected a whole number from 1 to 20, found "".'],
    [['--loaves', '1e1'], '--loaves: expected a whole number from 1 to 20, found "1e1".'],
    [['--loaves=21'], '--loaves: expected a whole number from 1 to 20, found "21".'],
    [['--size', 'huge'], '--size: expected small or large, found "huge".'],
    [['--with='], '--with: expected a value, found an empty one.'],
    [['--rest', '90'], '--rest: expected a time such as 90s, 2m or 1h, found "90".'],
    [['--rest=0s'], '--rest: expected a time'],
    [['--dry=yes'], '--dry: expected no value, found "yes".'],
  ])('answers %j with one line, exit code 2, and runs nothing', async (argv, message) => {
    const { code, ran, out, error } = await run(argv);
    expect({ code, ran, out }).toEqual({ code: 2, ran: [], out: '' });
    expect(error).toContain(message);
    expect(error).toMatch(/ See npm run bake -- --help\.$/);
    expect(error).not.toContain('\n');
  });

  it('shows what would steer a terminal as text', async () => {
    const { error } = await run(['--size', '\u001b[2Jhuge\u202e']);
    expect(error).toContain('found "␛[2Jhuge�"');
  });

  it('ends with the code that it returns', async () => {
    expect((await run([], () => 130)).code).toBe(130);
  });

  it.each([
    [new InputError('bread.json: expected flour, found sand.'), 2],
    [new CommandFailure('The oven is cold.'), 1],
  ])('says why it failed in words: %s', async (failure, code) => {
    const failed = await run([], () => {
      throw failure;
    });
    expect(failed).toMatchObject({ code, error: failure.message });
  });

  it('lets a defect through with its stack', async () => {
    const broken = run([], () => {
      throw new TypeError('bread is not a function');
    });
    await expect(broken).rejects.toThrow(TypeError);
  });
});
