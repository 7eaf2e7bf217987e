import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLedger, unknownNames } from '../../src/measurement/ledger.ts';
import { MalformedFile } from '../../src/measurement/malformed.ts';
import { switchRuntimes } from '../../src/measurement/runtimes.ts';

const valid = `# A comment
- id: X6
  group: disadvantage
  side: processes
  title: Slower to start
  statement: Processes start more slowly than threads.
  page: /claims/start-up/
  runtimes: [node]
  comparisons:
    - kind: ratio
      label: time to the first answer
      experiment: start-up
      metric: ready
      of: process
      over: thread
      cases: [small]
      reads: { greater: 'a process took {times} as long', less: 'a thread took {times} as long', same: about as long }
      expect: greater
  falsifiedBy: they started as quickly.
`;

function messageOf(text: string): string {
  try {
    parseLedger(text, 'claims.yaml');
  } catch (error) {
    expect(error).toBeInstanceOf(MalformedFile);
    const { message } = error as Error;
    expect(message).toMatch(/^claims\.yaml:\d+: expected /);
    expect(message).not.toMatch(/[\n\r]/);
    expect(message.length).toBeLessThan(700);
    return message;
  }
  return 'no error';
}

describe('the ledger', () => {
  it('fills in what a comparison leaves out', () => {
    const [claim] = parseLedger(valid, 'claims.yaml');
    expect(claim?.comparisons[0]).toMatchObject({ margin: 1.1, parallel: false });
    expect(claim?.notApplicable).toEqual({});
  });

  it.each([
    ['an unknown direction', ['expect: greater', 'expect: grater'], 'claims.yaml:18: expected "greater" or "less"'],
    [
      'a text that turns its line round',
      ['start more slowly', 'start \u202ewols'],
      'claims.yaml:6: expected text that is shown as it is written, found the character U+202E',
    ],
    ['an escape', ['statement: Processes', 'statement: "\\e[2J" #'], 'found the character U+001B'],
    ['a text of ten megabytes', ['start more slowly', 'x'.repeat(1e7)], 'at most 5000 characters, found 1000'],
    ['an unknown key', ['metric: ready', 'metrik: ready'], 'claims.yaml:10: expected'],
    [
      'a margin of one',
      ['      expect: greater', '      expect: greater\n      margin: 1'],
      'claims.yaml:19: expected',
    ],
    [
      'a sentence without its ratio',
      ['took {times} as long', 'took longer'],
      'expected "{times}" where the ratio belongs',
    ],
    ['no cases', ['[small]', '[]'], 'claims.yaml:16: expected array of at least 1, found []'],
    ['an empty file', [valid, ''], 'claims.yaml:1: expected array, found null'],
    ['broken YAML', ['runtimes: [node]', 'runtimes: [node'], 'claims.yaml:9: expected YAML, found: Flow sequence'],
    ['a claim listed twice', [valid, valid + valid.slice(12)], 'claim X6 is listed twice'],
    ['an alias without an anchor', ['[small]', '*small'], 'claims.yaml:1: expected YAML, found: Unresolved alias'],
    ['an id of no kind', ['id: X6', 'id: Q6'], 'claims.yaml:2: expected'],
  ] as const)('with %s is refused with its line', (_, [search, replacement], expected) => {
    expect(valid).toContain(search);
    expect(messageOf(valid.replace(search, () => replacement))).toContain(expected);
  });

  it('judges a claim in every runtime of the switch where the row names none', () => {
    const switched = switchRuntimes.map(({ id }) => id as string);
    const [everywhere] = parseLedger(valid.replace('  runtimes: [node]\n', ''), 'claims.yaml');
    expect(everywhere?.runtimes).toEqual(switched);
    const exception = '  notApplicable: { c: C has no lock }\n';
    const [excepted] = parseLedger(valid.replace('  runtimes: [node]\n', exception), 'claims.yaml');
    expect(excepted?.runtimes).toEqual(switched.filter((id) => id !== 'c'));
  });

  it('takes over what another comparison says, by anchor, alias and merge key', () => {
    const anchored = valid.replace('    - kind', '    - &ready\n      kind').replace('cases: [', 'cases: &cases [');
    const again = '    - { <<: *ready, label: the same again, cases: *cases }\n    - *ready\n  falsifiedBy:';
    const [first, second, third] =
      parseLedger(anchored.replace('  falsifiedBy:', again), 'claims.yaml')[0]?.comparisons ?? [];
    expect(second).toEqual({ ...first, label: 'the same again' });
    expect(third).toEqual(first);
  });

  it('numbers the rows of a group as far as they go', () => {
    expect(parseLedger(valid.replace('X6', 'N10'), 'claims.yaml')[0]?.id).toBe('N10');
  });

  it('never fails in another way on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (junk) => {
        if (messageOf(junk) === 'no error') expect(parseLedger(junk, 'claims.yaml')).toEqual([]);
      }),
    );
  });
});

describe('a name that does not exist', () => {
  const known = { metrics: { ready: {} }, cases: { small: {} }, variants: { thread: {}, process: {} } };
  const messageWith = (search: string, replacement: string): string => {
    expect(valid).toContain(search);
    try {
      parseLedger(valid.replace(search, replacement), 'claims.yaml', { 'start-up': known });
    } catch (error) {
      expect(error).toBeInstanceOf(MalformedFile);
      return (error as Error).message;
    }
    return 'no error';
  };

  it.each([
    [
      'metric: ready',
      'metric: raedy',
      'claims.yaml:13: ',
      'known metric of start-up, found "raedy"; did you mean "ready"?',
    ],
    [
      'of: process',
      'of: proces',
      'claims.yaml:14: ',
      'known variant of start-up, found "proces"; did you mean "process"?',
    ],
    ['[small]', '[smal]', 'claims.yaml:16: ', 'known case of start-up, found "smal"; did you mean "small"?'],
    ['start-up\n', 'startup\n', 'claims.yaml:12: ', 'known experiment, found "startup"; did you mean "start-up"?'],
    ['[node]', '[nodee]', 'claims.yaml:8: ', 'known runtime, found "nodee"; did you mean "node"?'],
  ])('such as %s turned into %s stops with its line', (search, replacement, line, expected) => {
    const message = messageWith(search, replacement);
    expect(message).toMatch(new RegExp(`^${line}claim X6`));
    expect(message).toContain(expected);
  });

  it('is no fault where all exist', () => expect(messageWith('A comment', 'Another')).toBe('no error'));
});

describe('names in the ledger', () => {
  const claims = parseLedger(valid, 'claims.yaml');
  const known = { metrics: { ready: {} }, cases: { small: {} }, variants: { thread: {}, process: {} } };

  it('are fine when experiments have them', () => {
    expect(unknownNames(claims, { 'start-up': known })).toEqual([]);
  });

  it.each([
    [
      { 'start-upp': known },
      'claim X6, "time to the first answer": expected the name of a known experiment, found "start-up"; did you mean "start-upp"?',
    ],
    [{ 'start-up': { ...known, metrics: { reedy: {} } } }, 'metric of start-up, found "ready"; did you mean "reedy"?'],
    [{ 'start-up': { ...known, cases: { enormous: {} } } }, 'case of start-up, found "small"; known: enormous'],
    [{ 'start-up': { ...known, variants: { thread: {} } } }, 'variant of start-up, found "process"; known: thread'],
    [{ 'start-up': { ...known, variants: { thread: {}, constructor: {} } } }, 'found "process"'],
  ])('are reported with the nearest: %o', (experiments, expected) => {
    const messages = unknownNames(claims, experiments).map(({ message }) => message);
    expect(messages.join('\n')).toContain(expected);
  });
});
