import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLedger, unknownNames } from '../../src/measurement/ledger.ts';
import { MalformedFile } from '../../src/measurement/malformed.ts';

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
  falsifiedBy: They would start as quickly.
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
    ['an id of no kind', ['id: X6', 'id: Q6'], 'claims.yaml:2: expected'],
  ] as const)('with %s is refused with its line', (_, [search, replacement], expected) => {
    expect(valid).toContain(search);
    expect(messageOf(valid.replace(search, () => replacement))).toContain(expected);
  });

  it('never fails in another way on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (junk) => {
        if (messageOf(junk) === 'no error') expect(parseLedger(junk, 'claims.yaml')).toEqual([]);
      }),
    );
  });
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
    expect(unknownNames(claims, experiments).join('\n')).toContain(expected);
  });
});
