/** How the classic claims fare in all runtimes: what the home page says about the whole ledger. */
import type { Claim } from '../../measurement/claim.ts';
import { AGAINST } from '../../measurement/combination.ts';
import type { ClaimVerdict } from '../../measurement/verdict.ts';

/** A claim with its verdict in each runtime in which it applies. */
export interface Score {
  claim: Claim;
  verdicts: readonly ClaimVerdict[];
}

export interface Scoreboard {
  /** Confirmed in every runtime. */
  everywhere: Score[];
  /** Confirmed in some runtimes, in others not, or partly so. */
  somewhere: Score[];
  /** Decided, and confirmed in none. */
  nowhere: Score[];
  /** Not decided anywhere. */
  open: Score[];
}

/** Sorts claims by how far they hold. What does not apply in a runtime is left out of the count there. */
export function scoreboardOf(scores: readonly Score[]): Scoreboard {
  const board: Scoreboard = { everywhere: [], somewhere: [], nowhere: [], open: [] };
  for (const { claim, verdicts } of scores) {
    const applying = verdicts.filter(({ cause }) => cause !== 'not-applicable');
    const kinds = new Set(applying.map(({ kind }) => kind));
    const score = { claim, verdicts: applying };
    if (kinds.size === 1 && kinds.has('confirmed')) board.everywhere.push(score);
    else if (kinds.has('confirmed') || kinds.has('partly')) board.somewhere.push(score);
    else if (applying.some(({ kind }) => AGAINST.includes(kind))) board.nowhere.push(score);
    else board.open.push(score);
  }
  return board;
}

/** The claims that the most runtimes speak against, with the first verdict that does. */
export function mostSurprising(scores: readonly Score[], count: number): { claim: Claim; verdict: ClaimVerdict }[] {
  return scores
    .map(({ claim, verdicts }) => ({ claim, against: verdicts.filter(({ kind }) => AGAINST.includes(kind)) }))
    .sort((a, b) => b.against.length - a.against.length)
    .flatMap(({ claim, against: [verdict] }) => (verdict ? [{ claim, verdict }] : []))
    .slice(0, count);
}
