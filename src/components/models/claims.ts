/** The ledger's rows with their verdicts, as components ask for them. */
import { loadEvidence, loadLedger } from '../../evidence/load.ts';
import type { Claim } from '../../measurement/claim.ts';
import { type ClaimVerdict, judgeClaim } from '../../measurement/verdict.ts';

const verdicts = new Map<string, ClaimVerdict>();

/** @throws Error when no row has this id: the page's own check has a line number, this is the last resort. */
export function claimCalled(id: string): Claim {
  const claim = loadLedger().find((row) => row.id === id);
  if (!claim)
    throw new Error(`content/claims.yaml: expected a row called ${id}, found none; add it or correct the page`);
  return claim;
}

/** Judged once per build. */
export function verdictOn(claim: Claim, runtime: string): ClaimVerdict {
  const key = `${claim.id}/${runtime}`;
  const known = verdicts.get(key) ?? judgeClaim(claim, runtime, loadEvidence());
  verdicts.set(key, known);
  return known;
}
