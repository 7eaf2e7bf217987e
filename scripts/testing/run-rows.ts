/** Runs steps in rows: what stands in one row runs at the same time, in lanes of steps that need each other's results. */
import type { Manner, StepOutcome } from './steps.ts';

/** Names of steps, to run one after the other. */
export type Lane = readonly string[];
export type Row = readonly Lane[];

/** @returns the rows with the chosen steps only, without what is empty then */
export function chooseSteps(rows: readonly Row[], isChosen: (name: string) => boolean): Row[] {
  return rows
    .map((lanes) => lanes.map((lane) => lane.filter(isChosen)).filter((lane) => lane.length > 0))
    .filter((lanes) => lanes.length > 0);
}

export interface TimedOutcome extends StepOutcome {
  /** Wall time, s. */
  seconds: number;
}

export interface RowReport {
  began(name: string): void;
  /** In the order of the lanes, whichever ended first. */
  ended(name: string, outcome: TimedOutcome): void;
}

async function timed(run: () => Promise<StepOutcome>): Promise<TimedOutcome> {
  const start = performance.now();
  const outcome = await run();
  return { ...outcome, seconds: (performance.now() - start) / 1000 };
}

/**
 * Only the first lane of a row prints as it goes.
 *
 * @param run one step; it never rejects
 */
export async function runRow(
  row: Row,
  run: (name: string, manner: Manner) => Promise<StepOutcome>,
  { began, ended }: RowReport,
): Promise<void> {
  const lanes = row.map((lane, index) => {
    let before: Promise<unknown> = Promise.resolve();
    return lane.map((name) => {
      const outcome = before.then(() => timed(() => run(name, { live: index === 0 })));
      before = outcome;
      return { name, outcome };
    });
  });
  for (const { name, outcome } of lanes.flat()) {
    began(name);
    ended(name, await outcome);
  }
}
