/** Reads the numbers of a cell, or says why there are none. */
import type { Evidence, EvidenceSource } from './evidence.ts';
import type { Cell } from './results.ts';
import type { Pair } from './statistics.ts';

/** Why something was not measured. */
export type AbsenceCause =
  | 'missing'
  | 'incomplete'
  | 'failed'
  | 'stale'
  | 'unavailable'
  | 'not-applicable'
  | 'undefined-ratio'
  | 'too-noisy';

export interface Absence {
  cause: AbsenceCause;
  /** In words a page can show. */
  reason: string;
}

/** The evidence for one cell, stale or not, preferably one with these variants; an absence when the file has none. */
export function locate(
  source: EvidenceSource,
  experiment: string,
  runtime: string,
  caseId: string,
  variants: readonly string[] = [],
): Evidence | Absence {
  const evidence = source.cell(experiment, runtime, caseId, variants);
  if (evidence) return evidence;
  const cause = source.unavailable(experiment, runtime) === undefined ? 'missing' : 'unavailable';
  return { cause, reason: source.whyAbsent(experiment, runtime, caseId) };
}

export function isAbsence(value: object): value is Absence {
  return 'cause' in value;
}

/** What `variant` printed as `metric`, one number per round that has one; an absence when none has. */
export function samplesOf(cell: Cell, variant: string, metric: string): number[] | Absence {
  const failure = cell.failures[variant];
  if (failure) return { cause: 'failed', reason: `${variant}: ${failure.reason}` };
  const values = cell.rounds.flatMap((round) => round.invocations[variant]?.values[metric] ?? []);
  if (values.length > 0) return values;
  return { cause: 'missing', reason: `${variant} gave no figure for ${metric} in the case ${cell.case}` };
}

/**
 * The two variants' figures, paired by round. If one of them is missing in a round, there is no result at all: a
 * variant that fails now and then can't be compared with one that doesn't.
 */
export function pairsOf(cell: Cell, of: string, over: string, metric: string): Pair[] | Absence {
  for (const variant of [of, over]) {
    const samples = samplesOf(cell, variant, metric);
    if (isAbsence(samples)) return samples;
    if (samples.length < cell.rounds.length) {
      const lost = cell.rounds.length - samples.length;
      return {
        cause: 'failed',
        reason: `${variant} gave no figure for ${metric} in ${lost} of ${cell.rounds.length} rounds`,
      };
    }
    const unfit = samples.find((value) => value <= 0);
    if (unfit !== undefined) {
      return {
        cause: 'undefined-ratio',
        reason: `${variant} measured ${unfit} for ${metric}: a ratio needs both sides above zero`,
      };
    }
  }
  return cell.rounds.flatMap((round): Pair[] => {
    const left = round.invocations[of]?.values[metric];
    const right = round.invocations[over]?.values[metric];
    return left === undefined || right === undefined ? [] : [[left, right]];
  });
}
