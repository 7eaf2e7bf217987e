/** One round: every variant once, in an order drawn from the seed. */
import { Rng } from 'pragmastat';
import type { Round } from '../../../src/measurement/results.ts';
import type { VariantRun } from '../launch/judge-run.ts';

/**
 * The order of round `index`. Drawn afresh from seed and index, so that a resumed cell has the order it would have had.
 */
export function roundOrder(variants: readonly string[], seed: number, index: number): string[] {
  if (variants.length === 0) return []; // All have failed.
  return new Rng(`${seed}:${index}`).shuffle([...variants].sort());
}

export interface MeasuredRound {
  round: Round;
  runs: Record<string, Exclude<VariantRun, 'aborted'>>;
}

/**
 * @param run starts one variant in a fresh process
 * @returns null when it was aborted: an unfinished round is not a round
 */
export async function measureRound(
  order: readonly string[],
  run: (variant: string) => Promise<VariantRun>,
): Promise<MeasuredRound | null> {
  const runs: MeasuredRound['runs'] = {};
  const invocations: Round['invocations'] = {};
  for (const variant of order) {
    const outcome = await run(variant);
    if (outcome === 'aborted') return null;
    runs[variant] = outcome;
    if ('invocation' in outcome) invocations[variant] = outcome.invocation;
  }
  return { round: { order: [...order], invocations }, runs };
}
