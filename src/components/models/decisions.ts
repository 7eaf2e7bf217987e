/** The decision guide's answers, as its two forms show them. */
import type { DecisionAnswer } from '../../evidence/schemas.ts';

/** An answer that ends the guide. */
export type DecisionEnd = Exclude<DecisionAnswer, { onward: true }>;

/** The answers for one runtime, in their order. */
export function answersIn(answers: readonly DecisionAnswer[], runtime: string): DecisionAnswer[] {
  return answers.filter((answer) => answer.in?.includes(runtime) ?? true);
}
