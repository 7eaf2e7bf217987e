import { describe, expect, it } from 'vitest';
import { answersIn } from '../../src/components/models/decisions.ts';
import { shownRuntimes } from '../../src/components/models/shown-runtimes.ts';
import { loadDecisions, loadLedger } from '../../src/evidence/load.ts';

const questions = loadDecisions();
const runtimes = shownRuntimes(undefined).map(({ id }) => id);

describe.each(runtimes)('the decision guide in %s', (runtime) => {
  it.each(questions)('offers two answers or more to "$question"', ({ answers }) => {
    expect(answersIn(answers, runtime).length).toBeGreaterThanOrEqual(2);
  });

  it('goes on from every question but the last', () => {
    const open = questions.filter(({ answers }) => answersIn(answers, runtime).some((answer) => 'onward' in answer));
    expect(open.length).toBeGreaterThan(0);
    expect(questions.at(-1)?.answers.some((answer) => 'onward' in answer)).toBe(false);
  });

  it('has "neither" among its answers', () => {
    const takes = questions.flatMap(({ answers }) =>
      answersIn(answers, runtime).flatMap((answer) => ('onward' in answer ? [] : [answer.take])),
    );
    expect(takes.some((take) => take.startsWith('neither'))).toBe(true);
  });
});

it('names runtimes of the switch and rows of the ledger only', () => {
  const rows = new Set(loadLedger().map(({ id }) => id));
  for (const { answers } of questions) {
    for (const answer of answers) {
      expect(runtimes).toEqual(expect.arrayContaining(answer.in ?? []));
      if (!('onward' in answer)) expect(answer.costs.filter((id) => !rows.has(id))).toEqual([]);
    }
  }
});
