/** What the card at the top of a claim page says in one runtime. */
import { loadDecisions } from '../../evidence/load.ts';
import type { Claim } from '../../measurement/claim.ts';
import { saidRatio, turned } from '../../measurement/sentence.ts';
import type { RatioEstimate } from '../../measurement/statistics.ts';
import type { ClaimVerdict, ComparisonVerdict } from '../../measurement/verdict.ts';
import { claimCalled, type Judged, verdictOn, verdictsOn } from './claims.ts';
import { answersIn, type DecisionEnd } from './decisions.ts';

/** One claim of the page: its verdict, and what the page's own experiment says of it. */
export interface PageAnswer {
  claim: Claim;
  /** Over all of its comparisons, as every other page shows it. */
  whole: ClaimVerdict;
  /** On the page's experiment alone where it can be, of the machine that answers. */
  own: Judged;
  /** The same of the other machines that measured it. */
  others: readonly Judged[];
}

/**
 * The page's claims in a runtime: in the author's order those with a verdict, then those without one. A claim whose
 * comparisons all lie in other experiments is treated on another page and left out, unless all are: then the page has
 * no verdict of its own and shows the whole ones.
 */
export function pageAnswers(ids: readonly string[], experiment: string, runtime: string): PageAnswer[] {
  const claims = ids.map((id) => claimCalled(id));
  const here = claims.filter(({ comparisons }) => comparisons.some((one) => one.experiment === experiment));
  const answers = (here.length > 0 ? here : claims).map((claim): PageAnswer => {
    const [own, ...others] = verdictsOn(claim, runtime, here.length > 0 ? experiment : undefined);
    return {
      claim,
      whole: verdictOn(claim, runtime),
      own,
      others: others.filter(({ verdict }) => isMeasured(verdict.kind)),
    };
  });
  return [...answers.filter(isAnswered), ...answers.filter((answer) => !isAnswered(answer))];
}

const isMeasured = (kind: string) => kind !== 'not-measured';

const isAnswered = ({ own }: PageAnswer) => isMeasured(own.verdict.kind);

/** What a machine measured of the case that a strip shows of another's comparison, on the side on which the strip shows it. */
export function sameCase(
  verdict: ClaimVerdict,
  { comparison, decisive }: ComparisonVerdict,
): RatioEstimate | undefined {
  const part = verdict.parts.find((one) => one.comparison === comparison);
  const interval = part?.cases.find((one) => one.case === decisive.case)?.ratio?.interval;
  if (!interval || comparison.kind !== 'ratio') return undefined;
  return saidRatio(comparison, decisive)?.isTurned ? turned(interval) : interval;
}

/** An ending of the decision guide with the question that leads to it: alone, an answer such as "No" says nothing. */
type Recipe = DecisionEnd & { question: string };

/**
 * The first ending of the decision guide in this runtime whose reason, the first of its costs, was measured by this
 * experiment for one of these claims. What an answer costs besides is no reason to give it.
 */
export function recipeFor(ids: readonly string[], experiment: string, runtime: string): Recipe | undefined {
  const endings = loadDecisions().flatMap(({ question, answers }) =>
    answersIn(answers, runtime).flatMap((answer): Recipe[] => ('onward' in answer ? [] : [{ question, ...answer }])),
  );
  const isHere = (id: string, part: string | undefined) =>
    claimCalled(id).comparisons.some(
      (one) => one.experiment === experiment && (part === undefined || one.part === part),
    );
  return ids
    .map((id) => endings.find(({ costs: [reason] }) => reason?.claim === id && isHere(id, reason.part)))
    .find((ending) => ending !== undefined);
}
