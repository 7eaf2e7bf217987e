import { describe, expect, it } from 'vitest';
import { answersIn, costSentence } from '../../src/components/models/decisions.ts';
import { shownRuntimes } from '../../src/components/models/shown-runtimes.ts';
import { loadDecisions } from '../../src/evidence/load.ts';

const questions = loadDecisions();
const runtimes = shownRuntimes(undefined).map(({ id }) => id);

describe.each(runtimes)('the decision guide in %s', (runtime) => {
  it.each(questions)('offers two answers or more to "$question"', ({ answers }) => {
    expect(answersIn(answers, runtime).length).toBeGreaterThanOrEqual(2);
  });

  it('leads to every question, and ends with the last', () => {
    const onward = questions.map(({ answers }) => answersIn(answers, runtime).some((answer) => 'onward' in answer));
    expect(onward).toEqual(questions.map((_, place) => place < questions.length - 1));
  });

  it('says what an answer costs in whole sentences', () => {
    for (const answer of questions.flatMap(({ answers }) => answersIn(answers, runtime))) {
      const said = 'onward' in answer ? [] : answer.costs.map((cost) => costSentence(cost, runtime));
      if (!('onward' in answer)) expect(said, answer.take).not.toHaveLength(0);
      for (const sentence of said) expect(sentence).toMatch(/^[A-Z0-9].*[.]$/);
    }
  });

  it('has "neither" among its answers', () => {
    const takes = questions.flatMap(({ answers }) =>
      answersIn(answers, runtime).flatMap((answer) => ('onward' in answer ? [] : [answer.take])),
    );
    expect(takes.some((take) => take.startsWith('neither'))).toBe(true);
  });
});

it('names runtimes of the switch only', () => {
  for (const { answers } of questions)
    for (const answer of answers) expect(runtimes).toEqual(expect.arrayContaining(answer.in ?? []));
});

describe('what an answer costs', () => {
  it('is the sentence of one case where one is named', () => {
    const cost = { claim: 'K3', part: 'Each in its usual way', case: '8MiB-read-all' };
    expect(costSentence(cost, 'node')).toMatch(/^8 MiB/);
  });

  it('is nothing where the claim does not apply', () => {
    expect(costSentence({ claim: 'K5' }, 'c')).toBeUndefined();
  });

  it.each([
    { cost: { claim: 'K3', part: 'Each in its unusual way' }, message: 'expected K3 to have the part' },
    { cost: { claim: 'K3', part: 'Each in its usual way', case: '8MB' }, message: 'found 8MB' },
  ])('stops the build for $cost', ({ cost, message }) => {
    expect(() => costSentence(cost, 'node')).toThrow(message);
  });
});
