/** Every program of every experiment, in every runtime that was found, with its cheapest arguments. */
import { join, relative } from 'node:path';
import { discoverExperiments } from '../../scripts/harness/definition/discover.ts';
import type { Experiment } from '../../scripts/harness/definition/experiment.ts';
import { printedMetrics } from '../../scripts/harness/definition/experiment-vocabulary.ts';
import { type PlannedVariant, runtimesOf, unavailableOf, variantsOf } from '../../scripts/harness/plan/plan-cell.ts';
import { findRuntimes } from '../../scripts/runtimes/find-runtimes.ts';

const EXPERIMENTS = join(import.meta.dirname, '../../scripts/experiments');

export interface PlannedRun extends PlannedVariant {
  /** `gil: thread in cpython`. */
  title: string;
  /** `gil/python/thread.py`. */
  file: string;
  metrics: Experiment['metrics'];
  /** Its end is what the experiment is about. */
  mayDie: boolean;
}

const experiments = await discoverExperiments(EXPERIMENTS);
const runtimes = await findRuntimes();

/** What cannot be run here, because the runtime is missing, as `gil in cpython-ft: why`. */
export const unavailable = unavailableOf(experiments, runtimes).map(
  ({ experiment, runtime, reason }) => `${experiment} in ${runtime}: ${reason}`,
);

/** Each variant in the first of its quick cases, or where it has none in the first of all. */
export const plannedRuns: PlannedRun[] = experiments.flatMap((experiment) => {
  const { cases, metrics, mayDie = false } = experiment.definition;
  const inOrder = Object.entries(cases).sort(([, a], [, b]) => Number(b.quick ?? false) - Number(a.quick ?? false));
  return runtimesOf(experiment, runtimes).flatMap((id) => {
    const installation = runtimes.found.find(({ info }) => info.id === id);
    if (!installation) return [];
    const cheapest = new Map<string, PlannedVariant>();
    for (const [caseId] of inOrder) {
      for (const planned of variantsOf(experiment, installation, caseId, 'full', runtimes)) {
        if (!cheapest.has(planned.variant)) cheapest.set(planned.variant, planned);
      }
    }
    return [...cheapest.values()].map((planned) => ({
      ...planned,
      title: `${experiment.id}: ${planned.variant} in ${id}`,
      file: relative(EXPERIMENTS, planned.program),
      metrics: printedMetrics({ metrics, mayDie }),
      mayDie,
    }));
  });
});

/** Of these one for each file and variant, in the first of its runtimes. */
export const onePerFile: PlannedRun[] = [
  ...Map.groupBy(plannedRuns, ({ file, variant }) => `${file} ${variant}`).values(),
].flatMap(([first]) => first ?? []);
