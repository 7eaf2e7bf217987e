/** Whether the same sequential work took equally long in every case that does it, in one session. Pure. */

import type { Cell } from '../../src/measurement/results.ts';
import { median } from '../../src/measurement/statistics.ts';
import type { Experiment } from '../harness/definition/experiment.ts';

export interface Baseline {
  runtime: string;
  session: string;
  variant: string;
  /** ms, by case. */
  medians: Record<string, number>;
  /** The largest median over the smallest. */
  apart: number;
}

type Definition = Pick<Experiment, 'cases' | 'variants' | 'metrics'>;

/** What identifies sequential work: all arguments but the first, which is the number of workers, and the result. */
function workOf(cell: Cell, variant: string, { cases, metrics }: Definition): string | undefined {
  const [first] = cell.rounds.flatMap(({ invocations }) => invocations[variant] ?? []);
  if (first === undefined) return undefined;
  const results = Object.keys(metrics).filter((name) => metrics[name]?.result === true);
  return JSON.stringify([
    cell.session,
    cell.runtime,
    variant,
    cases[cell.case]?.args.slice(1),
    results.map((name) => first.values[name]),
  ]);
}

function medianOf({ rounds }: Cell, variant: string): number | undefined {
  const values = rounds.flatMap(({ invocations }) => invocations[variant]?.values.wall ?? []);
  return values.length > 0 ? median(values) : undefined;
}

/**
 * @param cells of one experiment, of any runtimes and sessions
 * @returns those kinds of work that several cases do; cells without a `wall` are passed over
 */
export function baselinesOf(cells: readonly Cell[], definition: Definition): Baseline[] {
  const variants = Object.keys(definition.variants).filter((id) => definition.variants[id]?.kind === 'sequential');
  const measured = cells.flatMap((cell) =>
    variants.flatMap((variant) => {
      const work = workOf(cell, variant, definition);
      const time = medianOf(cell, variant);
      return work === undefined || time === undefined ? [] : [{ cell, variant, work, time }];
    }),
  );
  return [...Map.groupBy(measured, ({ work }) => work).values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined || alike.length < 2) return [];
    const times = alike.map(({ time }) => time);
    return {
      runtime: first.cell.runtime,
      session: first.cell.session,
      variant: first.variant,
      medians: Object.fromEntries(alike.map(({ cell, time }) => [cell.case, time])),
      apart: Math.max(...times) / Math.min(...times),
    };
  });
}
