/** The ledger: what the site claims, and what would confirm or contradict each row. One schema: types, validation, reference. */
import { z } from 'zod';
import { MARGIN } from './limits.ts';
import { switchRuntimes } from './runtimes.ts';

const id = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/i);

/** The cases a comparison covers. */
const cases = z.array(id).min(1);

/** A sentence about one comparison, without its full stop; `{times}` stands for the ratio, turned so that it is above 1. */
const sentence = z.string().min(8);
const sentenceWithTimes = sentence.refine(
  (text) => text.includes('{times}'),
  'expected "{times}" where the ratio belongs',
);

/** What every comparison has. */
const common = {
  /** Names the comparison in lists. */
  label: z.string(),
  /** Which statement of a row with several this tests, as a heading: "Threads switch faster". */
  part: z.string().min(3).optional(),
  /**
   * `control`: the like-for-like comparison beside another one (the same channel on both sides, say). It is shown with
   * the verdict and has no say in it.
   */
  role: z.enum(['evidence', 'control']).default('evidence'),
  /**
   * What stands behind this comparison's figure in the home table: "more for each worker". A fact's figure counts the
   * cases, "3 of 4". `{case}` becomes the case's name.
   */
  table: z.string().min(3).max(50).optional(),
  experiment: id,
  metric: id,
  cases,
  /** Only these runtimes have this comparison; default: all the claim is judged in. */
  runtimes: z.array(id).optional(),
};

/**
 * `of` ÷ `over` in `metric`, paired by round, in each of `cases`.
 * `expect: greater` reads "of costs more than over by at least the margin"; `less` is its mirror image;
 * `same` reads "no difference at this margin"; `not-greater` reads "of is not more than over by the margin", for what
 * people say brings no gain.
 */
export const ratioSchema = z.strictObject({
  kind: z.literal('ratio'),
  ...common,
  of: id,
  over: id,
  /** How each outcome reads: `of` more than `over`, less (the ratio is then turned round), or about the same. */
  reads: z.strictObject({ greater: sentenceWithTimes, less: sentenceWithTimes, same: sentence }),
  expect: z.enum(['greater', 'less', 'same', 'not-greater']),
  margin: z.number().gt(1).default(MARGIN),
  /**
   * Set on speed-ups: how many units worked side by side. The ratio is then divided by the share of that many cores
   * which the machine granted in the same round.
   */
  speedUpOn: z.number().int().min(2).optional(),
  /** True where the ratio means nothing unless the machine really ran two things at once. */
  parallel: z.boolean().default(false),
});
export type RatioComparison = z.infer<typeof ratioSchema>;

/**
 * A demonstration: in every round, `variant` printed a value of `metric` that stands in `is` to `value`.
 * With `quantifier: some` one round in one case is enough (a race needs to lose once to be a race).
 */
export const factSchema = z.strictObject({
  kind: z.literal('fact'),
  ...common,
  variant: id,
  /** How it reads where it held, and where it did not. */
  reads: z.strictObject({ holds: sentence, fails: sentence }),
  is: z.enum(['=', '>', '<', '>=', '<=']),
  value: z.number(),
  quantifier: z.enum(['every', 'some']).default('every'),
  /** True where a machine that can't run two things at once could hide the effect: not seeing it is then "too noisy". */
  parallel: z.boolean().default(false),
});
export type FactComparison = z.infer<typeof factSchema>;

export const comparisonSchema = z.discriminatedUnion('kind', [ratioSchema, factSchema]);
export type Comparison = z.infer<typeof comparisonSchema>;

const rowSchema = z.strictObject({
  id: z.string().regex(/^[DKAXWN]\d+$/),
  group: z.enum(['definition', 'key-point', 'advantage', 'disadvantage', 'guide', 'question']),
  /** Which of the two the claim is about. */
  side: z.enum(['threads', 'processes', 'both']),
  /** Two to five words, for tables and search results. */
  title: z.string().min(3),
  /** The folklore in one sentence, in our own words. */
  statement: z.string().min(10),
  /** What the classic table says in the threads and processes columns (key points only). */
  threads: z.string().optional(),
  processes: z.string().optional(),
  /** The page about it, as a path from the site's root. */
  page: z.string().regex(/^\/[a-z0-9/-]*\/$/),
  /** Runtimes it is judged in. Default: those of the switch in which it has a meaning. */
  runtimes: z.array(id).min(1).optional(),
  /** Runtime → why the claim has no meaning there. */
  notApplicable: z.record(id, z.string()).default({}),
  /** Those that are evidence must all be confirmed for the claim to be confirmed. Empty: not measured yet. */
  comparisons: z.array(comparisonSchema),
  /** What result would have falsified it: the end of a sentence that begins `It would be wrong if`. */
  falsifiedBy: z.string().min(10),
});
export const claimSchema = rowSchema.transform((row) => {
  const everywhere = switchRuntimes.map(({ id }): string => id);
  const { runtimes = everywhere.filter((runtime) => row.notApplicable[runtime] === undefined) } = row;
  return { ...row, runtimes };
});
export type Claim = z.infer<typeof claimSchema>;

export const ledgerSchema = z.array(claimSchema).superRefine((claims, context) => {
  const seen = new Set<string>();
  for (const claim of claims) {
    if (seen.has(claim.id)) context.addIssue({ code: 'custom', message: `claim ${claim.id} is listed twice` });
    seen.add(claim.id);
  }
});
