/** The verdicts as they are now, and which of them differ from the record. */
import { claimSentence } from '../components/models/sentences.ts';
import { chooseAnswers, experimentsOf, loadSources } from '../evidence/answers.ts';
import { loadLedger } from '../evidence/load.ts';
import type { RecordedVerdict } from '../evidence/schemas.ts';
import { switchRuntimes } from '../measurement/runtimes.ts';
import { judgeClaim } from '../measurement/verdict.ts';
import { machineLine, verdictWord } from '../text/wording.ts';

type Present = Omit<RecordedVerdict, 'date'>;

/** Every claim in every runtime in which it applies, judged from the reference machines alone. */
export function presentVerdicts(): Present[] {
  const sources = loadSources().filter(({ origin }) => origin === 'reference');
  return loadLedger().flatMap((claim) =>
    switchRuntimes.flatMap(({ id: runtime }) => {
      const verdict = judgeClaim(
        claim,
        runtime,
        chooseAnswers(sources, experimentsOf(claim, runtime), [runtime]).first,
      );
      if (verdict.cause === 'not-applicable') return [];
      const part = verdict.decisive?.decisive;
      return {
        claim: claim.id,
        runtime,
        verdict: verdictWord(verdict.kind, verdict.cause),
        says: claimSentence(verdict),
        ...(part?.provenance && { machine: machineLine(part.provenance, part.rounds) }),
      };
    }),
  );
}

const place = ({ claim, runtime }: Present) => `${claim} ${runtime}`;

/**
 * The verdicts of `now` that differ from the last entry of the history, each with the one it replaces: a figure that
 * moved without changing its verdict is no change. `was` is undefined for a claim that the history does not know in
 * this runtime.
 */
export function changedVerdicts(
  history: readonly RecordedVerdict[],
  now: readonly Present[],
): (Present & { was: string | undefined })[] {
  const last = new Map(history.map((entry) => [place(entry), entry.verdict]));
  return now
    .map((present) => ({ ...present, was: last.get(place(present)) }))
    .filter(({ verdict, was }) => was !== verdict);
}

export interface VerdictChange extends RecordedVerdict {
  was: string;
}

/** The entries that replaced another, the newest first: the first verdict on a claim changes nothing. */
export function changesIn(history: readonly RecordedVerdict[]): VerdictChange[] {
  const last = new Map<string, string>();
  const changes = history.flatMap((entry) => {
    const was = last.get(place(entry));
    last.set(place(entry), entry.verdict);
    return was === undefined ? [] : [{ ...entry, was }];
  });
  return changes.reverse();
}
