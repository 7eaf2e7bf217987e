/** The decision guide's answers, as its two forms show them. */
import type { DecisionAnswer, DecisionCost } from '../../evidence/schemas.ts';
import { claimCalled, statementOn, verdictOn } from './claims.ts';
import { claimSentence, namedCaseSentence, statementSentence } from './sentences.ts';

/** An answer that ends the guide. */
export type DecisionEnd = Exclude<DecisionAnswer, { onward: true }>;

/** The answers for one runtime, in their order. */
export function answersIn(answers: readonly DecisionAnswer[], runtime: string): DecisionAnswer[] {
  return answers.filter((answer) => answer.in?.includes(runtime) ?? true);
}

/**
 * What an answer costs or gains in one runtime, in a sentence; undefined where the claim or its part does not apply there.
 *
 * @throws Error when the claim has no such part, or the part no such case
 */
export function costSentence(cost: DecisionCost, runtime: string): string | undefined {
  const claim = claimCalled(cost.claim);
  if (cost.part === undefined) {
    const verdict = verdictOn(claim, runtime);
    return verdict.cause === 'not-applicable' ? undefined : claimSentence(verdict);
  }
  const statement = statementOn(claim, cost.part, runtime);
  if (!statement) return undefined;
  return cost.case === undefined ? statementSentence(statement) : namedCaseSentence(statement.decisive, cost.case);
}
