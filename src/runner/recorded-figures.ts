/** What the build recorded, as the page hands it to the runner: plain JSON in the page, nothing to fetch. */
import type { Unit } from '../measurement/vocabulary.ts';

export interface RecordedFigure {
  median: number;
  lower: number;
  upper: number;
  unit: Unit;
}

export interface Recorded {
  experiment: string;
  /** SHA-256 of the experiment's files of work, by path. */
  programs: Record<string, string>;
  /** Where runs can be contributed; undefined if the site does not know its repository. */
  contributeAt?: string;
  /** Undefined where nothing comparable was recorded. */
  machine?: { label: string; runtime: string; date: string };
  /** Variant, then metric. */
  figures: Record<string, Record<string, RecordedFigure>>;
}
