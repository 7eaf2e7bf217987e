/** The ledger's rows with their verdicts, as components ask for them. */
import { answersForClaim, experimentsOf, loadSources } from '../../evidence/answers.ts';
import { loadLedger } from '../../evidence/load.ts';
import { once } from '../../evidence/once.ts';
import type { Claim } from '../../measurement/claim.ts';
import type { EvidenceSource } from '../../measurement/evidence.ts';
import { type ClaimVerdict, judgeClaim, type StatementVerdict } from '../../measurement/verdict.ts';
import { versionIn } from './shown-runtimes.ts';

/** A verdict with the one file it was judged from. */
export interface Judged {
  verdict: ClaimVerdict;
  source: EvidenceSource;
}

const loadVerdicts = once('verdicts', () => new Map<string, [Judged, ...Judged[]]>());

/** @throws Error when no row has this id: the page's own check has a line number, this is the last resort. */
export function claimCalled(id: string): Claim {
  const claim = loadLedger().find((row) => row.id === id);
  if (!claim)
    throw new Error(`content/claims.yaml: expected a row called ${id}, found none; add it or correct the page`);
  return claim;
}

/** The version of the runtime that the page's verdict was measured with; undefined where nothing was. */
export function versionOn(claim: Claim, runtime: string): string | undefined {
  return versionIn(verdictsOn(claim, runtime)[0].source, experimentsOf(claim, runtime), runtime);
}

/**
 * The verdict a page shows, then those of other machines, each from its own file. Judged once per build.
 * @param experiment judges the claim on this experiment's comparisons alone
 */
export function verdictsOn(whole: Claim, runtime: string, experiment?: string): readonly [Judged, ...Judged[]] {
  const verdicts = loadVerdicts();
  const key = `${whole.id}/${runtime}/${experiment ?? ''}`;
  const comparisons = whole.comparisons.filter((one) => experiment === undefined || one.experiment === experiment);
  const claim = { ...whole, comparisons };
  const { first, beside } = answersForClaim(claim, runtime);
  const judge = (source: EvidenceSource): Judged => ({ source, verdict: judgeClaim(claim, runtime, source) });
  const known = verdicts.get(key) ?? [judge(first), ...beside.map(judge)];
  verdicts.set(key, known);
  return known;
}

/** What each machine that measured something of the claim in a runtime came to, whichever of them the page shows. */
export function verdictsByMachine(claim: Claim, runtime: string): Judged[] {
  const shown = verdictsOn(claim, runtime);
  const experiments = experimentsOf(claim, runtime);
  return loadSources()
    .filter((source) => experiments.some((experiment) => source.cells(experiment, runtime).length > 0))
    .map(
      (source) => shown.find((one) => one.source === source) ?? { source, verdict: judgeClaim(claim, runtime, source) },
    );
}

export function verdictOn(claim: Claim, runtime: string): ClaimVerdict {
  return verdictsOn(claim, runtime)[0].verdict;
}

/**
 * The verdict on one statement of a claim; undefined where the claim does not apply, or nothing tests this statement there.
 *
 * @throws Error when the row has no such statement
 */
export function statementOn(claim: Claim, statement: string, runtime: string): StatementVerdict | undefined {
  const known = new Set(claim.comparisons.map(({ part }) => part));
  if (!known.has(statement))
    throw new Error(
      `content/claims.yaml: expected ${claim.id} to have the part "${statement}", found ${[...known].join(', ')}; correct the ` +
        'name there, or in content/home.yaml, content/guesses.yaml or content/decisions.yaml',
    );
  return verdictOn(claim, runtime).statements.find(({ title }) => title === statement);
}
