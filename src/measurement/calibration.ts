/**
 * How far the harness can be trusted: a program is compared with itself, and with itself slowed down by a known factor, in the
 * same way as everything else is measured. What `npm run calibrate` writes and the method page shows.
 */
import { binomialDistribution } from 'simple-statistics';
import { z } from 'zod';
import type { Decision } from './decision.ts';
import { QUIET } from './limits.ts';
import { MalformedFile } from './malformed.ts';
import { machineSchema, runtimeSchema } from './results.ts';
import { type Pair, pairedRatio, type RatioEstimate } from './statistics.ts';
import { decideSteadily } from './steady-decision.ts';

/** Raised when the shape changes so that an older reader would misread it. */
export const CALIBRATION_SCHEMA = 1;

const positive = z.number().positive();
const pair = z.tuple([positive, positive]);

/** One comparison as a page would make it: `rounds` of a program, slowed by `factor`, and itself. */
export const trialSchema = z.strictObject({
  /** 1: against itself. */
  factor: z.number().min(1),
  /** What the slowed and the plain run printed, ms, one pair per round. */
  pairs: z.array(pair).min(1).max(100),
  /** Share of the machine's CPU time that others used meanwhile; null where not available. */
  others: z.number().nonnegative().nullable(),
});
export type Trial = z.infer<typeof trialSchema>;

export const calibrationSchema = z.strictObject({
  schema: z.literal(CALIBRATION_SCHEMA),
  machine: machineSchema,
  runtime: runtimeSchema,
  /** Hash of program, runtime, machine and way of starting: another one, another calibration. */
  key: z.string().regex(/^[0-9a-f]{64}$/),
  date: z.iso.datetime(),
  seed: z.number().int().nonnegative(),
  /** Whether programs were started by the exact launcher. */
  exact: z.boolean(),
  rounds: z.number().int().positive(),
  margin: z.number().gt(1),
  trials: z.array(trialSchema).max(20_000),
  /** Wall times, ms: the program run by the harness, and run without it. */
  overhead: z.array(pair).max(20_000),
});
export type Calibration = z.infer<typeof calibrationSchema>;

/**
 * @param where the file's name, for the message
 * @throws MalformedFile, one line, for anything but a calibration of this schema
 */
export function parseCalibration(text: string, where: string): Calibration {
  try {
    return calibrationSchema.parse(JSON.parse(text));
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\s+/g, ' ').slice(0, 200) : String(error);
    throw new MalformedFile(
      `${where}: expected a calibration, found something else (${reason}). Delete it and calibrate again.`,
    );
  }
}

const isQuiet = ({ others }: Trial): boolean => others !== null && others <= QUIET;

/** How the trials of one factor ended. */
export interface CalibrationRow {
  factor: number;
  trials: number;
  /** Verdicts, as a claim that says "slower by at least the margin" would get them. */
  confirmed: number;
  contradicted: number;
  /** Intervals that lie wholly above 1: the slowdown was seen, whether or not it reaches the margin. */
  seen: number;
}

/** Chance that an upper bound holds. */
export const BOUND_LEVEL = 0.99;

/**
 * Upper bound of a probability, given `events` in `trials` (Clopper-Pearson, one-sided).
 *
 * @param level chance that the bound holds
 * @throws RangeError when there are no trials
 */
export function upperBound(events: number, trials: number, level = BOUND_LEVEL): number {
  if (trials < 1) throw new RangeError(`expected at least one trial, found ${trials}`);
  if (events >= trials) return 1;
  const atMost = (chance: number): number =>
    (binomialDistribution(trials, chance) ?? []).slice(0, events + 1).reduce((sum, mass) => sum + mass, 0);
  let [below, above] = [events / trials, 1];
  for (let halving = 0; halving < 50; halving++) {
    const middle = (below + above) / 2;
    if (atMost(middle) > 1 - level) below = middle;
    else above = middle;
  }
  return above;
}

function judge(trials: readonly Trial[], factor: number, margin: number): CalibrationRow {
  const judged = trials
    .filter((trial) => trial.factor === factor)
    .flatMap(({ pairs }) => {
      const interval = pairedRatio(pairs)?.interval;
      return interval ? [{ interval, kind: decideSteadily(pairs, interval, 'greater', margin).kind }] : [];
    });
  const count = (kind: Decision) => judged.filter((one) => one.kind === kind).length;
  return {
    factor,
    trials: judged.length,
    confirmed: count('confirmed'),
    contradicted: count('contradicted'),
    seen: judged.filter(({ interval }) => interval.lower > 1).length,
  };
}

/** One row per factor, the smallest first. @param which all trials, or only the quiet ones */
export function calibrationRows({ trials, margin }: Calibration, which: 'all' | 'quiet'): CalibrationRow[] {
  const counted = trials.filter((trial) => which === 'all' || isQuiet(trial));
  const factors = [...new Set(counted.map(({ factor }) => factor))].sort((a, b) => a - b);
  return factors.map((factor) => judge(counted, factor, margin));
}

/** The harness' wall time over the bare programs'; undefined before enough of it was measured. */
export function overheadRatio({ overhead }: Calibration): RatioEstimate | undefined {
  return pairedRatio(overhead as readonly Pair[])?.interval ?? undefined;
}
