/** What measuring can be asked to do by the command line, the build or a test. */
import type { Cell } from '../../src/measurement/results.ts';

export type Profile = Cell['profile'];

export interface MeasureOptions {
  profile: Profile;
  /** Experiment ids, with an optional runtime and case: `memory`, `memory/node`, `memory/node/idle-8`. Empty: all. */
  only: string[];
  /** Runtime ids. Empty: all. */
  runtimes: string[];
  rounds: number | undefined;
  seed: number | undefined;
  /** ms; cells that do not fit are left for another run. */
  budget: number | undefined;
  /** Name of the file under `content/results/reference/` that is written in place of this machine's own. */
  reference: string | undefined;
  /** Skip what an earlier budget left out, as long as it has not changed. */
  skipLeftOut: boolean;
  /** Measure again what is fresh. */
  force: boolean;
  /** Measure again what is fresh but was spoilt by other load on the machine. */
  noisy: boolean;
}
