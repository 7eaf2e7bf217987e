/**
 * What a browser version of an experiment declares. Each is a file of `experiments/`, found there and listed nowhere.
 */
import type { Comparison } from '../measurement/claim.ts';
import type { Slice } from '../measurement/results.ts';
import type { Vocabulary } from '../measurement/vocabulary.ts';
import type { Conditions } from './conditions.ts';
import type { UnitScope } from './unit-scope.ts';

/** What one invocation of a variant gave, in the units of the metrics. */
export interface Reading {
  values: Record<string, number>;
  slices?: Slice[];
}

export interface BrowserVariant {
  /** Why this browser cannot run it, in a sentence; undefined where it can. */
  missing?(conditions: Conditions): string | undefined;
  run(scope: UnitScope): Promise<Reading>;
}

/** Names one figure of the recorded experiment. */
export interface RecordedName {
  case: string;
  variant: string;
  metric: string;
}

export interface BrowserExperiment {
  /** What happens on "Run it here", in one or two sentences. */
  summary: string;
  /** Metric names, cases and variants are those of the recorded experiment where the same is measured. */
  vocabulary: Vocabulary;
  /** The case of the recorded experiment that stands beside it. */
  case: string;
  /** The recorded figure that is shown beside the browser's, if its name differs; undefined if there is none. */
  recordedAs?(variant: string, metric: string): RecordedName | undefined;
  /** Files of the work, from the project's root: named with their hashes in the results. */
  programs: string[];
  /** What the recorded figures are, if they were measured in another way. */
  recordedWords?: string;
  /** Counts are 0 or 1, shown as no or yes. */
  flags?: boolean;
  rounds: number;
  variants: Record<string, BrowserVariant>;
  comparisons: Comparison[];
  /** What the reader should know about the figures. */
  note?: string;
}

/** The sentence for variants that need a frame with a process of its own. */
export function needsProcesses({ processes }: Conditions): string | undefined {
  return processes.separate ? undefined : processes.reason;
}

/** The sentence for variants that need shared memory. */
export function needsSharedMemory({ isolated, sharedMemory }: Conditions): string | undefined {
  if (sharedMemory) return undefined;
  return isolated
    ? 'This browser has no SharedArrayBuffer.'
    : 'This host does not send the headers that isolate a page, and the site’s service worker, which would add them, is not running in this browser, so there is no SharedArrayBuffer.';
}
