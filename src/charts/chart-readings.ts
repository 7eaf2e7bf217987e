/** What a chart shows: the figures of an experiment's cells by name, in the order the experiment lists them. */
import type { EvidenceSource } from '../measurement/evidence.ts';
import { type Figure, figure } from '../measurement/figure.ts';
import { type Absence, isAbsence } from '../measurement/readings.ts';
import type { Metric, VariantKind, Vocabulary } from '../measurement/vocabulary.ts';

/** One variant in one case. */
export interface ChartReading {
  case: string;
  caseLabel: string;
  /** Place on the experiment's axis. */
  x: number | undefined;
  variant: string;
  label: string;
  kind: VariantKind;
  metric: string;
  figure: Figure;
}

export interface Missing extends Absence {
  case: string;
  variant: string;
}

export interface ReadingsRequest {
  experiment: string;
  runtime: string;
  metrics: readonly string[];
  /** Default: every case of the experiment. */
  cases?: readonly string[] | undefined;
  /** Default: every variant that has figures. */
  variants?: readonly string[] | undefined;
}

export interface Readings {
  words: Vocabulary;
  metric: Metric;
  readings: ChartReading[];
  /** What failed, and of the variants that were asked for by name those that have no figure. */
  missing: Missing[];
}

/** Undefined when no results file knows the experiment or the metric. */
export function readingsOf(source: EvidenceSource, request: ReadingsRequest): Readings | undefined {
  const { experiment, runtime, metrics } = request;
  const words = source.vocabulary(experiment);
  const metric = words?.metrics[metrics[0] ?? ''];
  if (!words || !metric) return undefined;
  const readings: ChartReading[] = [];
  const missing: Missing[] = [];
  for (const caseId of request.cases ?? Object.keys(words.cases)) {
    for (const variant of request.variants ?? Object.keys(words.variants)) {
      for (const name of metrics) {
        const found = figure(source, { experiment, runtime, case: caseId, metric: name, variant });
        if (isAbsence(found)) {
          if (request.variants || found.cause === 'failed') missing.push({ case: caseId, variant, ...found });
          continue;
        }
        readings.push({
          case: caseId,
          caseLabel: words.cases[caseId]?.label ?? caseId,
          x: words.cases[caseId]?.x,
          variant,
          label: words.variants[variant]?.label ?? variant,
          kind: words.variants[variant]?.kind ?? 'sequential',
          metric: name,
          figure: found,
        });
      }
    }
  }
  return { words, metric, readings, missing };
}
