/** Verdicts as the sentences that pages show. */
import { isDecided } from '../../measurement/combination.ts';
import type { CaseVerdict } from '../../measurement/judge-case.ts';
import { caseSentence, casesAgree, comparisonSentence } from '../../measurement/sentence.ts';
import type { ClaimVerdict, ComparisonVerdict, StatementVerdict } from '../../measurement/verdict.ts';
import { capitalised, midSentence, sentence } from '../../text/wording.ts';
import { caseLabel } from './comparisons.ts';

const words = (experiment: string, id: string) => midSentence(caseLabel(experiment, id));

/** What one comparison came to, over all its cases, as a whole sentence. */
export function partSentence(part: ComparisonVerdict): string {
  return sentence(capitalised(comparisonSentence(part, words)));
}

/** What one case of a comparison came to, as a whole sentence. */
export function oneCaseSentence(part: ComparisonVerdict, found: CaseVerdict): string {
  return sentence(capitalised(caseSentence(part.comparison, found)));
}

/**
 * A comparison in one short sentence: where no one statement covers all of its cases, the case that decided, under its
 * name.
 */
function shortSentence(part: ComparisonVerdict): string {
  return casesAgree(part) ? partSentence(part) : withItsName(part, part.decisive);
}

const withItsName = ({ comparison }: ComparisonVerdict, found: CaseVerdict) =>
  sentence(capitalised(`${words(comparison.experiment, found.case)}: ${caseSentence(comparison, found)}`));

/**
 * One case of a comparison in a short sentence, under its name.
 *
 * @throws Error when the comparison has no such case
 */
export function namedCaseSentence(part: ComparisonVerdict, id: string): string {
  const found = part.cases.find((one) => one.case === id);
  if (found) return withItsName(part, found);
  const known = part.cases.map((one) => one.case).join(', ');
  throw new Error(
    `content/decisions.yaml: expected a case of "${part.comparison.label}" (${known}), found ${id}; correct it there`,
  );
}

/** A claim in one short sentence, for a first screen or a picture: the comparison that decided. */
export function leadSentence(verdict: ClaimVerdict): string {
  return verdict.decisive ? shortSentence(verdict.decisive) : claimSentence(verdict);
}

/**
 * What a claim came to: the sentence of the part that decided. Where statements came out differently each has its
 * own sentence, under its name.
 */
export function claimSentence(verdict: ClaimVerdict): string {
  const { decisive, statements, reason } = verdict;
  if (!decisive) return sentence(capitalised(reason));
  const kinds = new Set(statements.map(({ kind }) => kind));
  if (kinds.size < 2) return partSentence(decisive);
  return statements
    .map(({ title, decisive: part }) => (title === undefined ? partSentence(part) : `${title}: ${partSentence(part)}`))
    .join(' ');
}

/** One statement of a claim in one short sentence: the comparison that decided. */
export function statementSentence(verdict: StatementVerdict): string {
  return shortSentence(verdict.decisive);
}

/**
 * What is settled about a claim, in one short sentence: the first comparison that was decided, of those whose figures
 * the home table shows or else of all; failing that, the one the verdict turns on. It says so where the claim itself is
 * open.
 */
export function settledSentence(verdict: ClaimVerdict): string {
  const decided = verdict.parts.filter(({ kind }) => isDecided(kind));
  const settled = decided.find(({ comparison }) => comparison.table !== undefined) ?? decided[0];
  if (!settled) return leadSentence(verdict);
  const isOpen = verdict.kind === 'not-settled' || verdict.kind === 'too-noisy';
  return isOpen ? `${shortSentence(settled)} The rest is open.` : shortSentence(settled);
}
