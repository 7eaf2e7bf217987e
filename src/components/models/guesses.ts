/** What the home page lets a reader guess, with the answer that was measured in each runtime. */
import { loadGuesses } from '../../evidence/load.ts';
import type { GuessAnswer } from '../../evidence/schemas.ts';
import type { VerdictKind } from '../../measurement/combination.ts';
import type { StatementVerdict } from '../../measurement/verdict.ts';
import { claimCalled, statementOn, verdictOn } from './claims.ts';
import { shownRuntimes } from './shown-runtimes.ts';

type Guess = ReturnType<typeof loadGuesses>[number];

interface GuessInRuntime {
  id: string;
  label: string;
  /** Undefined where the measurement does not decide, or the question makes no sense. */
  answer: GuessAnswer | undefined;
  /** Undefined where the claim does not apply; `reason` then says why. */
  statement: StatementVerdict | undefined;
  reason: string;
}

/** A question with its answers. */
export interface AskedGuess extends Guess {
  title: string;
  page: string;
  runtimes: GuessInRuntime[];
}

/** The answer to a guess, from the verdict on its statement; none where that is open or holds in part. */
export function answerOf({ confirmed, contradicted }: Pick<Guess, 'confirmed' | 'contradicted'>, kind: VerdictKind) {
  if (kind === 'no-difference') return 'same';
  return kind === 'confirmed' ? confirmed : kind === 'contradicted' ? contradicted : undefined;
}

/** @throws Error where the ledger's row has no such statement */
export function askedGuesses(): AskedGuess[] {
  return loadGuesses().map((guess) => {
    const claim = claimCalled(guess.claim);
    const runtimes = shownRuntimes(undefined).map(({ id, label }): GuessInRuntime => {
      const { reason } = verdictOn(claim, id);
      const statement = statementOn(claim, guess.statement, id);
      return { id, label, answer: statement && answerOf(guess, statement.kind), statement, reason };
    });
    return { ...guess, title: claim.title, page: claim.page, runtimes };
  });
}

/**
 * The question to which the common answer is wrong in the most runtimes, and which these are; undefined if it is right
 * everywhere.
 */
export function mostMisleading(guesses: readonly AskedGuess[]): { guess: AskedGuess; labels: string[] } | undefined {
  return guesses
    .map((guess) => ({
      guess,
      labels: guess.runtimes
        .filter(({ answer }) => answer !== undefined && answer !== guess.confirmed)
        .map(({ label }) => label),
    }))
    .filter(({ labels }) => labels.length > 0)
    .toSorted((a, b) => b.labels.length - a.labels.length)[0];
}
