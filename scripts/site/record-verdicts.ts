/** The record of verdicts with what has changed since. */
import { loadVerdictHistory, VERDICT_HISTORY } from '../../src/evidence/load.ts';
import type { RecordedVerdict } from '../../src/evidence/schemas.ts';
import { changedVerdicts, presentVerdicts } from '../../src/publishing/verdict-changes.ts';

interface Record {
  /** Its path from the project's root. */
  file: string;
  /** The whole of it as it should be now. */
  text: string;
  /** The changes that it lacked; `was` is undefined for a claim that had no record in this runtime. */
  changes: (RecordedVerdict & { was: string | undefined })[];
}

export function recordVerdicts(now: Date): Record {
  const history = loadVerdictHistory();
  const date = now.toISOString();
  const changes = changedVerdicts(history, presentVerdicts()).map((change) => ({ date, ...change }));
  const entries = changes.map(({ was, ...entry }) => entry);
  return {
    file: VERDICT_HISTORY,
    text: `${JSON.stringify([...history, ...entries], null, 1)}\n`,
    changes,
  };
}
