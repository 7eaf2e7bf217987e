import { describe, expect, it } from 'vitest';
import { besideVerdict, leadSentence, settledSentence } from '../../../src/components/models/sentences.ts';
import type { Claim } from '../../../src/measurement/claim.ts';
import { judgeClaim } from '../../../src/measurement/verdict.ts';
import {
  cell,
  claim,
  evidence,
  factComparison,
  ratioComparison,
  round,
  roundsBetween,
} from '../../measurement/measured.ts';

const slower = ratioComparison({ part: 'Starting', table: 'until it starts' });
const lost = factComparison({ part: 'Updates', cases: ['race'] });

function judged(changes: Partial<Claim>, ...[lowest, highest, updates]: [number, number, number]) {
  const race = cell([round({ thread: updates })], { case: 'race' });
  return judgeClaim(claim('X6', changes), 'node', evidence([cell(roundsBetween(lowest, highest)), race]));
}

describe('a claim of two statements', () => {
  const both = { comparisons: [slower, lost] };

  it('that holds says both, and in short the one whose figures are shown', () => {
    const said = 'A process took 12 × as long to start as a thread (11 to 13 ×).';
    expect(leadSentence(judged(both, 11, 13, 1))).toBe(`${said} Updates were lost.`);
    expect(settledSentence(judged(both, 11, 13, 1))).toBe(said);
  });

  it('that holds in part says what holds, then what does not', () => {
    const said = 'A process took 12 × as long to start as a thread (11 to 13 ×). But no update was lost.';
    expect(leadSentence(judged(both, 11, 13, 0))).toBe(said);
    expect(settledSentence(judged(both, 11, 13, 0))).toBe(said);
  });

  it('that is open says what is settled, and in full what is open or that the rest is', () => {
    expect(leadSentence(judged(both, 0.5, 2, 1))).toBe(
      'Updates were lost. A process took 0.61 to 1.64 × as long to start as a thread, too noisy to tell.',
    );
    expect(settledSentence(judged(both, 0.5, 2, 1))).toBe('Updates were lost. The rest is open.');
  });
});

it('a claim that holds in part in one comparison says both of it', () => {
  const three = ratioComparison({ cases: ['small', 'large', 'huge'], table: 'until it starts' });
  const at = (name: string, lowest: number, highest: number) => cell(roundsBetween(lowest, highest), { case: name });
  const source = evidence([at('small', 2, 2.2), at('large', 0.98, 1.02), at('huge', 11, 13)]);
  const verdict = judgeClaim(claim('X6', { comparisons: [three] }), 'node', source);
  const said =
    'Small and huge: a process took 2.1 to 12 × as long to start as a thread. ' +
    'Large: a process started about as soon as a thread (0.99 to 1.01 ×).';
  expect(leadSentence(verdict)).toBe(said);
  expect(settledSentence(verdict)).toBe(said);
});

describe('a machine beside the one that answers', () => {
  const both = claim('X6', { comparisons: [slower, lost] });
  const beside = (...cells: Parameters<typeof evidence>[0]) => besideVerdict(judgeClaim(both, 'node', evidence(cells)));
  const race = cell([round({ thread: 0 })], { case: 'race' });

  it('says its verdict', () => {
    expect(beside(cell(roundsBetween(11, 13)), race)?.kind).toBe('partly');
  });

  it('that lacks a part says what it has measured', () => {
    expect(beside(race)).toEqual({
      kind: 'contradicted',
      cause: undefined,
      says: 'No update was lost. The rest has not been measured there.',
    });
  });

  it('that has measured nothing says nothing', () => {
    expect(beside()).toBeUndefined();
  });
});

it('a claim whose only comparison is open in one case says in short what the other cases settle', () => {
  const two = ratioComparison({ cases: ['small', 'large'], table: 'until it starts' });
  const source = evidence([
    cell(roundsBetween(0.5, 2), { case: 'small' }),
    cell(roundsBetween(11, 13), { case: 'large' }),
  ]);
  expect(settledSentence(judgeClaim(claim('X6', { comparisons: [two] }), 'node', source))).toBe(
    'Large: a process took 12 × as long to start as a thread (11 to 13 ×). The rest is open.',
  );
});
