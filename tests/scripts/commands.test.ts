/** Every npm script that is a command of ours, found in package.json: help runs nothing, and what is wrong is one line. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Command } from '../../scripts/command/define-command.ts';

const root = join(import.meta.dirname, '../..');
const scripts: Record<string, string> = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts;
const commands = Object.entries(scripts).flatMap(([name, line]) => {
  const [, file] = /^node scripts\/run\.mjs (\S+)$/.exec(line) ?? [];
  return file ? [{ name, file }] : [];
});

test('a script lies in the file of its name', () => {
  expect(commands.length).toBeGreaterThan(5);
  expect(commands.filter(({ name, file }) => name !== file)).toEqual([]);
});

describe.each(commands)('npm run $name', { timeout: 60_000 }, ({ name, file }) => {
  let command: Command;
  let help = '';
  beforeAll(async () => {
    command = (await import(`../../scripts/${file}.ts`)).default;
    ({ out: help } = await run(['--help']));
  }, 60_000);

  /** What it says itself, and what it prints once it runs, which it must not. */
  async function run(argv: string[]) {
    const said = { out: '', error: '' };
    const printed = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')];
    const code = await command(argv, {
      out: (text) => {
        said.out += text;
      },
      error: (text) => {
        said.error += text;
      },
    });
    const ran = printed.some((spy) => spy.mock.calls.length > 0);
    for (const spy of printed) spy.mockRestore();
    return { code, ran, ...said };
  }

  const refused = { code: 2, ran: false, out: '', error: expect.stringMatching(/^[^\n]*expected[^\n]*found[^\n]*\.$/) };

  test('--help says what there is and runs nothing', async () => {
    expect(await run(['--help', '--help'])).toEqual({ code: 0, ran: false, out: help, error: '' });
    expect(help).toMatch(new RegExp(`^npm (run )?${name} -- `));
    expect(help).toContain('--help');
  });

  test('an unknown option is one line with what there is', async () => {
    const { error, ...rest } = await run(['--bogus']);
    expect(rest).toEqual({ code: 2, ran: false, out: '' });
    expect(error).toMatch(/^Unknown option '--bogus': expected [^\n]*--help[^\n]*\.$/);
  });

  test('every value that makes no sense is one line, and so is a missing one', async () => {
    const options = [...help.matchAll(/^ {2}(--[\w-]+) <(.+?)>/gm)];
    for (const [, option = '', value] of options) {
      expect(await run([option]), option).toEqual(refused);
      expect(await run([`${option}=`]), option).toEqual(refused);
      if (value !== 'n') continue;
      for (const number of ['-1', 'abc', '1.5', '1e999']) {
        expect(await run([`${option}=${number}`]), option).toEqual(refused);
      }
    }
  });
});
