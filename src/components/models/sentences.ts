/** Verdicts as the sentences that pages show. */
import { isDecided } from '../../measurement/combination.ts';
import type { CaseVerdict } from '../../measurement/judge-case.ts';
import { caseSentence, casesAgree, comparisonSentence, shortSentences } from '../../measurement/sentence.ts';
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

/** A comparison in one or two short sentences. */
export function shortSentence(part: ComparisonVerdict): string {
  return shortSentences(part, words)
    .map((said) => sentence(capitalised(said)))
    .join(' ');
}

/**
 * One case of a comparison in a short sentence, under its name.
 *
 * @throws Error when the comparison has no such case
 */
export function namedCaseSentence({ comparison, cases }: ComparisonVerdict, id: string): string {
  const found = cases.find((one) => one.case === id);
  if (found) return sentence(capitalised(`${words(comparison.experiment, id)}: ${caseSentence(comparison, found)}`));
  const known = cases.map((one) => one.case).join(', ');
  throw new Error(
    `content/decisions.yaml: expected a case of "${comparison.label}" (${known}), found ${id}; correct it there`,
  );
}

/** What speaks against a claim, or leaves it open, after what is settled of it has been said. */
function closingSentence({ kind }: ClaimVerdict, decisive: ComparisonVerdict): string {
  const said = shortSentences(decisive, words).at(-1) ?? '';
  return sentence(kind === 'partly' && casesAgree(decisive) ? `But ${said}` : capitalised(said));
}

const isOpen = ({ kind }: ClaimVerdict): boolean => kind === 'not-settled' || kind === 'too-noisy';

/**
 * A claim in a few short sentences, for a first screen or a picture: its statements, one after another, where they came out
 * alike; else what is settled of it, then what speaks against it or is open.
 */
export function leadSentence(verdict: ClaimVerdict): string {
  const { decisive, parts, statements, kind } = verdict;
  if (!decisive) return claimSentence(verdict);
  if (kind !== 'partly' && !isOpen(verdict)) return statements.map(statementSentence).join(' ');
  const settled = parts.find((part) => isDecided(part.kind) && part.kind !== decisive.kind);
  return settled ? `${shortSentence(settled)} ${closingSentence(verdict, decisive)}` : shortSentence(decisive);
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

/** Another machine's verdict, with its sentence. */
interface BesideVerdict {
  kind: ClaimVerdict['kind'];
  cause: ClaimVerdict['cause'] | undefined;
  says: string;
}

/**
 * What a machine that answers for nothing on the page has to say of a claim: its verdict or, where it has not measured all that
 * one needs, what it has. Undefined where it has measured nothing of it.
 */
export function besideVerdict(verdict: ClaimVerdict): BesideVerdict | undefined {
  const { kind, cause, parts } = verdict;
  if (kind !== 'not-measured' || cause === 'stale') return { kind, cause, says: claimSentence(verdict) };
  const measured = parts.find((part) => part.kind !== 'not-measured');
  if (!measured) return undefined;
  return {
    kind: measured.kind,
    cause: measured.decisive.cause,
    says: `${shortSentence(measured)} The rest has not been measured there.`,
  };
}

/** One statement of a claim in one or two short sentences: the comparison that decided. */
export function statementSentence(verdict: StatementVerdict): string {
  return shortSentence(verdict.decisive);
}

/**
 * What of a claim is settled, in short: of the comparisons whose figures the home table shows, else of all, the first that
 * was decided. Where the claim itself holds in part or is open, it says so.
 */
export function settledSentence(verdict: ClaimVerdict): string {
  const { decisive, parts } = verdict;
  const decided = parts.filter(({ kind }) => isDecided(kind));
  const shown = decided.find(({ comparison }) => comparison.table !== undefined);
  const settled = shown ?? decided[0];
  if (!decisive) return leadSentence(verdict);
  if (!settled) {
    const [known, open] = shortSentences(decisive, words);
    return isOpen(verdict) && known && open
      ? `${sentence(capitalised(known))} The rest is open.`
      : leadSentence(verdict);
  }
  if (verdict.kind === 'partly') {
    if (!shown && decisive.comparison.table !== undefined) return shortSentence(decisive);
    return shown && shown.kind !== decisive.kind
      ? `${shortSentence(shown)} ${closingSentence(verdict, decisive)}`
      : leadSentence(verdict);
  }
  return isOpen(verdict) ? `${shortSentence(settled)} The rest is open.` : shortSentence(settled);
}
