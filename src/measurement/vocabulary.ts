/** The words of an experiment that pages need: its metrics, cases and variants, with labels and units. */
import { z } from 'zod';
import { name, text } from './result-fields.ts';

/** A unit a program may print. `count` has no symbol; `ratio` is dimensionless. */
export const unitSchema = z.enum(['ns', 'µs', 'ms', 's', 'B', 'KiB', 'MiB', 'MiB/s', 'count', '/s', 'ratio']);
export type Unit = z.infer<typeof unitSchema>;

/** A metric of an experiment: the name programs print, its unit, and which direction is better. */
export const metricSchema = z.strictObject({
  label: text,
  unit: unitSchema,
  better: z.enum(['lower', 'higher', 'neither']),
  /** Set on metrics that only some variants or runtimes print; their absence is then no failure. */
  optional: z.boolean().optional(),
  /** True for the result of the work: a round whose variants print different ones is refused, as they did different work. */
  result: z.boolean().optional(),
});
export type Metric = z.infer<typeof metricSchema>;

/** What varies between cells of an experiment (a size, a fault, a number of workers). `x` is its position on a chart's axis. */
export const caseSchema = z.strictObject({ label: text, x: z.number().finite().optional() });

/** A thing compared. `kind` carries the visual identity: a `process.fork` is drawn as a process. */
export const variantSchema = z.strictObject({
  label: text,
  kind: z.enum(['thread', 'process', 'interpreter', 'event-loop', 'sequential']),
});
export type VariantKind = z.infer<typeof variantSchema>['kind'];

/** The words of an experiment, copied into the results so that pages never import `scripts/`. */
export const vocabularySchema = z.strictObject({
  title: text,
  question: text,
  /** Position among the experiments, for sidebars and the home table. */
  order: z.number(),
  /** What `x` of the cases measures, e.g. "message size" with unit "B"; absent where cases are not on an axis. */
  axis: z.strictObject({ label: text, unit: unitSchema, log: z.boolean() }).optional(),
  metrics: z.record(name, metricSchema),
  /** Why no result of the work is compared; absent where a metric is one. */
  noResult: text.optional(),
  cases: z.record(name, caseSchema),
  variants: z.record(name, variantSchema),
});
export type Vocabulary = z.infer<typeof vocabularySchema>;
