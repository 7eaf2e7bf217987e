/** Reads the numbers of a cell, or says why there are none. */
import type { Evidence, EvidenceSource } from './evidence.ts';
import type { Pair } from './statistics.ts';

/** Why something was not measured. */
export type AbsenceCause =
  | 'missing'
  | 'no-program'
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
  return { cause: causeOf(source, experiment, runtime), reason: source.whyAbsent(experiment, runtime, caseId) };
}

function causeOf(source: EvidenceSource, experiment: string, runtime: string): AbsenceCause {
  if (source.unavailable(experiment, runtime) !== undefined) return 'unavailable';
  return source.hasProgram(experiment, runtime) ? 'missing' : 'no-program';
}

export function isAbsence(value: object): value is Absence {
  return 'cause' in value;
}

/** A cell with the words of its experiment, which name in a reason what is missing. */
type CellInWords = Pick<Evidence, 'cell' | 'vocabulary'>;

const variantName = ({ vocabulary }: CellInWords, variant: string) => vocabulary?.variants[variant]?.label ?? variant;
const metricName = ({ vocabulary }: CellInWords, metric: string) => vocabulary?.metrics[metric]?.label ?? metric;

/** What `variant` printed as `metric`, one number per round that has one; an absence when none has. */
export function samplesOf(found: CellInWords, variant: string, metric: string): number[] | Absence {
  const { cell, vocabulary } = found;
  const name = variantName(found, variant);
  const failure = cell.failures[variant];
  if (failure) return { cause: 'failed', reason: `${name}: ${failure.reason}` };
  const values = cell.rounds.flatMap((round) => round.invocations[variant]?.values[metric] ?? []);
  if (values.length > 0) return values;
  const caseName = vocabulary?.cases[cell.case]?.label ?? cell.case;
  return { cause: 'missing', reason: `no figure of “${metricName(found, metric)}” for ${name}, case “${caseName}”` };
}

/**
 * The two variants' figures, paired by round. If one of them is missing in a round, there is no result at all: a
 * variant that fails now and then can't be compared with one that doesn't.
 */
export function pairsOf(found: CellInWords, of: string, over: string, metric: string): Pair[] | Absence {
  const { cell } = found;
  for (const variant of [of, over]) {
    const samples = samplesOf(found, variant, metric);
    if (isAbsence(samples)) return samples;
    if (samples.length < cell.rounds.length) {
      const lost = cell.rounds.length - samples.length;
      return {
        cause: 'failed',
        reason: `no figure of “${metricName(found, metric)}” for ${variantName(found, variant)} in ${lost} of ${cell.rounds.length} rounds`,
      };
    }
    const unfit = samples.find((value) => value <= 0);
    if (unfit !== undefined) {
      return {
        cause: 'undefined-ratio',
        reason: `“${metricName(found, metric)}” was ${unfit} for ${variantName(found, variant)}: a ratio needs both sides above zero`,
      };
    }
  }
  return cell.rounds.flatMap((round): Pair[] => {
    const left = round.invocations[of]?.values[metric];
    const right = round.invocations[over]?.values[metric];
    return left === undefined || right === undefined ? [] : [[left, right]];
  });
}
