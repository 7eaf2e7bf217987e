/** The ledger: what the site claims, and what would confirm or contradict each row. One schema: types, validation, reference. */
import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/i);

/** A stated list of cases, or the one a comparison is about. */
const cases = z.array(id).min(1);

/**
 * `of` ÷ `over` in `metric`, paired by round, in each of `cases`.
 * `expect: greater` reads "of costs more than over by at least the margin"; `less` is its mirror image;
 * `same` reads "no difference at this margin"; `not-greater` reads "of is not more than over by the margin", for what
 * is said to bring no gain.
 */
export const ratioSchema = z.strictObject({
  kind: z.literal('ratio'),
  label: z.string(),
  experiment: id,
  metric: id,
  of: id,
  over: id,
  cases,
  expect: z.enum(['greater', 'less', 'same', 'not-greater']),
  margin: z.number().gt(1).default(1.1),
  /** Only these runtimes have this comparison; default: all the claim names. */
  runtimes: z.array(id).optional(),
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
  label: z.string(),
  experiment: id,
  metric: id,
  variant: id,
  cases,
  is: z.enum(['=', '>', '<', '>=', '<=']),
  value: z.number(),
  quantifier: z.enum(['every', 'some']).default('every'),
  /** True where a machine that can't run two things at once could only hide it: a failure to show it is then too noisy. */
  parallel: z.boolean().default(false),
  runtimes: z.array(id).optional(),
});
export type FactComparison = z.infer<typeof factSchema>;

export const comparisonSchema = z.discriminatedUnion('kind', [ratioSchema, factSchema]);
export type Comparison = z.infer<typeof comparisonSchema>;

export const claimSchema = z.strictObject({
  id: z.string().regex(/^[DKAXW]\d$/),
  group: z.enum(['definition', 'key-point', 'advantage', 'disadvantage', 'guide']),
  /** Whom the claim is about. */
  side: z.enum(['threads', 'processes', 'both']),
  /** Two to five words, for tables and search results. */
  title: z.string().min(3),
  /** The folklore in one sentence of ours. */
  statement: z.string().min(10),
  /** What the classic table says in the threads and processes columns (key points only). */
  threads: z.string().optional(),
  processes: z.string().optional(),
  /** The page that treats it, as a path from the site's root. */
  page: z.string().regex(/^\/[a-z0-9/-]*\/$/),
  /** Runtimes it is judged in. */
  runtimes: z.array(id).min(1),
  /** Runtime → why the claim has no meaning there. */
  notApplicable: z.record(id, z.string()).default({}),
  /** Every one must be confirmed for the claim to be confirmed. Empty: not measured yet. */
  comparisons: z.array(comparisonSchema),
  /** What result would have falsified it, in words. */
  falsifiedBy: z.string().min(10),
});
export type Claim = z.infer<typeof claimSchema>;

export const ledgerSchema = z.array(claimSchema).superRefine((claims, context) => {
  const seen = new Set<string>();
  for (const claim of claims) {
    if (seen.has(claim.id)) context.addIssue({ code: 'custom', message: `claim ${claim.id} is listed twice` });
    seen.add(claim.id);
  }
});
