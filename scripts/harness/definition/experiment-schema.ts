/** Checks at run time what `experiment.ts` promises at compile time: a script may be run without the compiler. */
import { z } from 'zod';
import { metricSchema, unitSchema, variantSchema } from '../../../src/measurement/vocabulary.ts';
import type { Experiment } from './experiment.ts';

const id = z.string().regex(/^[a-z0-9][a-z0-9.+_-]*$/i, 'letters, digits, dot, dash and underscore');
const ids = z.array(id).optional();
const rounds = z.number().int().min(1).max(1000);
const pinning = z.enum(['one-core', 'core-each', 'free']);

export const experimentSchema = z.strictObject({
  title: z.string().min(1),
  question: z.string().min(1),
  order: z.number(),
  home: z.boolean().optional(),
  quick: z.boolean().optional(),
  axis: z.strictObject({ label: z.string(), unit: unitSchema, log: z.boolean() }).optional(),
  metrics: z.record(id, metricSchema),
  noResult: z.string().min(1).optional(),
  cases: z
    .record(
      id,
      z.strictObject({
        label: z.string(),
        args: z.array(z.string()),
        x: z.number().finite().optional(),
        quick: z.boolean().optional(),
        languages: ids,
        runtimes: ids,
        variants: ids,
        pinning: pinning.optional(),
      }),
    )
    .refine((cases) => Object.keys(cases).length > 0, 'at least one case'),
  variants: z
    .record(
      id,
      variantSchema.extend({
        args: z.array(z.string()).optional(),
        runtimeArgs: z.array(z.string()).optional(),
        languages: ids,
        runtimes: ids,
        runBy: id.optional(),
        needs: id.optional(),
        quick: z.boolean().optional(),
      }),
    )
    .refine((variants) => Object.keys(variants).length > 0, 'at least one variant'),
  pinning,
  parallel: z.boolean().optional(),
  timeLimit: z.number().positive(),
  rounds: z.union([
    z.enum(['ratios', 'close-ratios', 'facts', 'endings']),
    z.strictObject({ quick: rounds, full: rounds }),
  ]),
  alsoIn: ids,
  runtimes: ids,
  mayDie: z.boolean().optional(),
});

/** Every reason why `value` is not a valid experiment, one line each; empty if it is valid. */
export function experimentProblems(value: unknown): string[] {
  const parsed = experimentSchema.safeParse(value);
  if (!parsed.success)
    return parsed.error.issues.map((issue) => `${issue.path.join('.') || 'default export'}: ${issue.message}`);
  const { cases, variants } = parsed.data;
  return Object.entries(cases).flatMap(([name, { variants: only = [] }]) =>
    only
      .filter((variant) => !(variant in variants))
      .map(
        (variant) => `cases.${name}.variants: no variant "${variant}"; there are ${Object.keys(variants).join(', ')}`,
      ),
  );
}

/** Narrows after `experimentProblems` found none. */
export function isExperiment(value: unknown): value is Experiment {
  return experimentProblems(value).length === 0;
}
