/** How often each profile repeats what it measures: the one table, decided before anything is measured. */
import { VERDICT_ROUNDS } from '../../../src/measurement/limits.ts';

/** What an experiment's figures are used for, which decides how many rounds they need. */
export type RoundsNeeded = 'ratios' | 'close-ratios' | 'facts' | 'endings';

interface PlannedRounds {
  quick: number;
  full: number;
}

const TABLE: Record<RoundsNeeded, PlannedRounds> = {
  /** A claim rests on a ratio: as many rounds as a verdict needs. The full profile has more cases, not more rounds. */
  ratios: { quick: VERDICT_ROUNDS, full: VERDICT_ROUNDS },
  /**
   * Ratios that lie close to what they must pass: of work side by side on cores that a shared host grants unevenly, and of
   * switches, which hardly differ. Raised after sessions whose intervals were too wide to decide; the page of corrections
   * says so, and those sessions' data are not joined. No more than a full session of two hours has room for.
   */
  'close-ratios': { quick: VERDICT_ROUNDS, full: VERDICT_ROUNDS + 6 },
  /** A program prints a fact that hardly varies; the second round catches a program that was right by luck. */
  facts: { quick: 2, full: 5 },
  /** What a fault takes down, and how, is the same each time. */
  endings: { quick: 1, full: 3 },
};

/**
 * Rounds of both profiles. An experiment states its own numbers only in tests, where the table's would take too long.
 */
export const plannedRounds = (needed: RoundsNeeded | PlannedRounds): PlannedRounds =>
  typeof needed === 'string' ? TABLE[needed] : needed;
