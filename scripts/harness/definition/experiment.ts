/**
 * What an author writes in `scripts/experiments/<id>/experiment.ts`.
 *
 * The programs lie beside it, found by their path: `<language>/<variant>.<ext>`, or `<runtime>/<variant>.<ext>` for a runtime that
 * needs a program of its own. A variant with a dot is a method of its family: `process.fork` uses `python/process.fork.py` if that
 * file exists, else `python/process.py`.
 */
import type { Metric, Unit, VariantKind } from '../../../src/measurement/vocabulary.ts';
import type { RoundsNeeded } from './planned-rounds.ts';

/**
 * How the variants of a round are placed: all on one core; on one hardware thread of every core, where programs that can
 * keep worker i on the i-th of them; or left to the scheduler.
 */
export type Pinning = 'one-core' | 'core-each' | 'free';

export interface ExperimentCase {
  label: string;
  /** Command-line arguments that every variant gets. */
  args: string[];
  /** Place on the axis, in the axis' unit. */
  x?: number;
  /** Measured in the quick profile too. Default false: full only. */
  quick?: boolean;
  /** Only these languages, runtimes or variants have this case. Default: all. */
  languages?: string[];
  runtimes?: string[];
  variants?: string[];
  pinning?: Pinning;
}

export interface ExperimentVariant {
  label: string;
  kind: VariantKind;
  /** Arguments after the case's. */
  args?: string[];
  /** Arguments for the runtime itself, before the program (`--expose-gc`, `-X gil=0`). */
  runtimeArgs?: string[];
  /** Only these languages or runtime ids. Default: all where the program exists. */
  languages?: string[];
  runtimes?: string[];
  /**
   * Runtime that runs it in place of the cell's: two runtimes are then compared within a round. Left out where that one was
   * not found.
   */
  runBy?: string;
  /** An ability that not every version of a runtime has (`abilities`); without it the runtime leaves this variant out. */
  needs?: string;
  /** Measured in the quick profile too. Default true. */
  quick?: boolean;
}

export interface Experiment {
  title: string;
  question: string;
  order: number;
  /** A row of the home table depends on it: under a budget it is measured first. */
  home?: boolean;
  /** Measured in the quick profile too. Default true; false: in its quick cases where `--only` names it, else full only. */
  quick?: boolean;
  axis?: { label: string; unit: Unit; log: boolean };
  metrics: Record<string, Metric>;
  /** Why the variants of a round have no result of their work to compare; every other experiment has a metric with `result`. */
  noResult?: string;
  cases: Record<string, ExperimentCase>;
  variants: Record<string, ExperimentVariant>;
  pinning: Pinning;
  /** True where a figure means nothing unless cores really run side by side: adds the capacity gate. */
  parallel?: boolean;
  /** Seconds one invocation may take before its process group is killed. */
  timeLimit: number;
  /** What the figures are used for: decides how many rounds each profile takes, see `planned-rounds.ts`. */
  rounds: RoundsNeeded | { quick: number; full: number };
  /**
   * Runtimes measured besides those that measure every experiment (`src/measurement/runtimes.ts`). `every-node` or `every-python` is
   * every version that was found; those without a row in that table are measured in the quick cases alone.
   */
  alsoIn?: string[];
  /** The only runtimes measured, named as in `alsoIn`. */
  runtimes?: string[];
  /**
   * The host is expected to die in some cells (crashes): exit codes and signals are then data, not failures.
   * The harness adds the value `survived` (1 when the host ended with code 0 having printed its metrics).
   */
  mayDie?: boolean;
}

/** Identity with a type: gives authors completion and the compiler's errors. */
export function defineExperiment(experiment: Experiment): Experiment {
  return experiment;
}
