import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consistentResultsSchema } from '../../src/measurement/consistent-results.ts';
import { MalformedFile } from '../../src/measurement/malformed.ts';
import { parseResults } from '../../src/measurement/parse.ts';
import type { Results } from '../../src/measurement/results.ts';
import { cell, results, round, roundsBetween } from './measured.ts';

const valid = results([cell(roundsBetween(1.5, 1.7))]);
const text = JSON.stringify(valid);

/** The message of the one error there may be: one line, short, naming the file. */
function messageOf(input: string): string {
  try {
    parseResults(input, 'bench.json');
  } catch (error) {
    expect(error).toBeInstanceOf(MalformedFile);
    const { message } = error as Error;
    expect(message).toMatch(/^bench\.json: expected /);
    expect(message).not.toMatch(/[\n\r]/);
    expect(message.length).toBeLessThan(600);
    return message;
  }
  return 'no error';
}

/** The valid file with one value replaced, as a hand would edit it. */
function edited(search: string, replacement: string): string {
  expect(text).toContain(search);
  return text.replace(search, () => replacement);
}

describe('a results file', () => {
  it.each(['/dev/zero', '../../dev/zero', 'scripts/../../x', 'scripts/..', 'a\nb', ''])(
    'refuses a program outside the project: %j',
    (file) => {
      const outside = structuredClone(valid);
      for (const { programs } of outside.cells) {
        programs.push({ variant: 'thread', file, sha256: '0'.repeat(64) });
      }
      expect(messageOf(JSON.stringify(outside))).toMatch(/programs\[\d+\]\.file/);
    },
  );

  it('shows what would steer a terminal or turn a page round as text, and keeps its length', () => {
    const hostile = '\u001b[2J\u0000\u007f\u009b\u202egnp.exe\u2066\ud800 a\tb\nc';
    const bench = structuredClone(valid);
    bench.machine.label = hostile;
    for (const measured of bench.cells) measured.logs = { thread: hostile };
    const read = parseResults(JSON.stringify(bench), 'bench.json');
    const shown = '␛[2J␀␡��gnp.exe�� a\tb\nc';
    expect(read.machine.label).toBe(shown);
    expect(read.cells[0]?.logs).toEqual({ thread: shown });
    expect(shown).toHaveLength(hostile.length);
    expect(parseResults(JSON.stringify(read), 'bench.json')).toEqual(read);
  });

  it.each<[string, (file: Results) => void, string]>([
    ['a cell twice', ({ cells }) => cells.push(...structuredClone(cells)), 'found "small" at cells[1].case'],
    ['no session at all', (file) => file.sessions.pop(), 'no session that a cell could be of'],
    [
      'a cell of an unknown session',
      ({ cells }) => cells[0] && Object.assign(cells[0], { session: 'x' }),
      'expected "first", found "x"',
    ],
    ['a variant without its place', ({ cells }) => cells[0]?.rounds[1]?.order.pop(), 'at cells[0].rounds[1].order'],
    ['a variant twice in a round', ({ cells }) => cells[0]?.rounds[1]?.order.push('thread'), 'a variant runs once'],
    [
      'a control out of order',
      ({ sessions }) =>
        sessions[0] && Object.assign(sessions[0], { control: { rounds: [{ ...round({ a: 1 }), order: [] }] } }),
      'at sessions[0].control.rounds[0].order',
    ],
  ])('refuses %s', (_, change, message) => {
    const changed = structuredClone(valid);
    change(changed);
    expect(messageOf(JSON.stringify(changed))).toContain(message);
  });

  it('reads back what was written', () => {
    expect(parseResults(text, 'bench.json')).toEqual(valid);
  });

  it.each([
    ['empty', '', 'breaks off or is malformed'],
    ['truncated', text.slice(0, -20), 'breaks off or is malformed'],
    ['not an object', '[]', 'expected results of schema 1, found none'],
    ['null', 'null', 'expected results of schema 1, found none'],
    ['from a future schema', edited('"schema":1', '"schema":2'), 'found 2. A newer version wrote it'],
    ['from no schema', edited('"schema":1', '"schema":"<b>"'), 'found "<b>". Restore the file'],
    ['with NaN', edited('"wall":10', '"wall":NaN'), 'breaks off or is malformed'],
    [
      'with a number out of range',
      edited('"wall":10', '"wall":1e999'),
      'expected number, found Infinity at cells[0].rounds[0].invocations.process.wall',
    ],
    [
      'with a negative time',
      edited('"wall":10', '"wall":-1'),
      'expected number of at least 0, found -1 at cells[0].rounds[0].invocations.process.wall',
    ],
    [
      'with a null sample',
      edited('"time":3', '"time":null'),
      'expected number, found null at cells[0].rounds[0].invocations.process.values.time',
    ],
    [
      'with a huge string',
      edited('"The bench"', JSON.stringify('x'.repeat(10_000_000))),
      'expected string of at most 2000, found 10000000 characters at machine.label',
    ],
    [
      'with an unknown key',
      edited('"machine":{', '"machine":{"colour":"red",'),
      'expected only the known keys, found "colour" at machine',
    ],
    ['without a key', edited('"cores":2,', ''), 'expected number, found nothing at machine.cores'],
    ['with an unknown unit', edited('"unit":"ms"', '"unit":"furlong"'), 'found "furlong" at experiments.start-up'],
    [
      'with a name that is a path',
      edited('"runtime":"node"', '"runtime":"../node"'),
      'found "../node" at cells[0].runtime',
    ],
    [
      'with a session of another machine',
      edited('"sessions":[{', '"sessions":[{"machine":"another-bench",'),
      `expected ${JSON.stringify(valid.machine.id)}, found "another-bench" at sessions[0].machine`,
    ],
    ['with a date that is none', edited('2026-09-29T12:00:00Z', 'yesterday'), 'found "yesterday" at sessions[0].date'],
  ])('%s is refused in one line', (_, input, expected) => {
    expect(messageOf(input)).toContain(expected);
  });

  it('counts the other things that are wrong', () => {
    expect(messageOf(text.replaceAll('"wall":10', '"wall":-1'))).toContain('(and 29 more)');
  });

  it("takes HTML in a machine's name as the text it is, up to its bound", () => {
    const label = '<script>alert(1)</script>';
    expect(parseResults(edited('The bench', label), 'bench.json').machine.label).toBe(label);
  });

  it('drops a key that would reach into every object, and reaches into none', () => {
    const read = parseResults(edited('"time":{"label"', '"__proto__":{"label"'), 'bench.json');
    expect(read.experiments['start-up']?.metrics).toEqual({});
    expect('label' in {}).toBe(false);
  });

  it('is refused wherever it breaks off', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), (end) => {
        expect(messageOf(text.slice(0, end))).not.toBe('no error');
      }),
    );
  });

  it('never fails in another way, whatever replaces a value in it', () => {
    const junk = fc.oneof(fc.jsonValue(), fc.constantFrom('x'.repeat(9000), -1, 1e308, 0.5, '<b>', '__proto__'));
    fc.assert(
      fc.property(fc.nat(), junk, (at, replacement) => {
        let leaves = 0;
        const count = (_: string, value: unknown) => {
          if (typeof value !== 'object') leaves++;
          return value;
        };
        JSON.stringify(valid, count);
        let seen = 0;
        const changed = JSON.stringify(valid, (_, value: unknown) =>
          typeof value === 'object' || seen++ !== at % leaves ? value : replacement,
        );
        const message = messageOf(changed);
        if (message === 'no error') expect(consistentResultsSchema.safeParse(JSON.parse(changed)).success).toBe(true);
      }),
    );
  });

  it('never fails in another way on any JSON or text', () => {
    const junk = fc.oneof(fc.json(), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(junk, (input) => {
        expect(messageOf(input)).not.toBe('no error');
      }),
    );
  });

  it('survives writing and reading for any samples', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
    fc.assert(
      fc.property(fc.array(number, { maxLength: 30 }), (values) => {
        const written = results([cell(values.map((value) => round({ thread: value })))]);
        expect(parseResults(JSON.stringify(written), 'bench.json')).toEqual(written);
      }),
    );
  });
});
