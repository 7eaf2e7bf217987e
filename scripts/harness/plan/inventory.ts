/** Takes stock before anything runs: experiments, runtimes, the machine, what is measured already. */
import { join } from 'node:path';
import type { Cell, Machine, Results } from '../../../src/measurement/results.ts';
import { vocabularySchema } from '../../../src/measurement/vocabulary.ts';
import { type DiscoveredExperiment, discoverExperiments } from '../definition/discover.ts';
import { vocabularyOf } from '../definition/experiment-vocabulary.ts';
import type { Effects } from '../effects.ts';
import { describeMachine } from '../machine/describe-machine.ts';
import type { MeasureOptions } from '../options.ts';
import { createProgramFiles } from './cell-key.ts';
import { inOrder, type PlannedCell, statusOf } from './cell-status.ts';
import { type PlanContext, planCell, runtimesOf, type Unavailable, unavailableOf } from './plan-cell.ts';
import { checkTree, readReferenceFile, referencePlan } from './reference-file.ts';
import { emptyResults, otherMachine, readResultsFile } from './results-file.ts';
import { checkSelection, isLeftToFull, isSelected, selectUnavailable } from './selection.ts';

export interface Inventory {
  machine: Machine;
  file: string;
  /** As they will be saved: words up to date, what is stale marked. */
  results: Results;
  cells: PlannedCell[];
  /** Within what the options select; `results` holds all. */
  unavailable: Unavailable[];
}

interface Found extends PlanContext {
  experiments: DiscoveredExperiment[];
  before: Results;
}

async function selectedCells(options: MeasureOptions, found: Found): Promise<PlannedCell[]> {
  const { experiments, runtimes, before, machine } = found;
  const cells: PlannedCell[] = [];
  for (const experiment of experiments) {
    for (const id of runtimesOf(experiment, runtimes)) {
      const installation = runtimes.found.find(({ info }) => info.id === id);
      if (!installation) continue;
      for (const caseId of Object.keys(experiment.definition.cases)) {
        if (!isSelected(options, experiment.id, id, caseId) || isLeftToFull(options, experiment.definition, id))
          continue;
        const under = (profile: MeasureOptions['profile']) =>
          planCell(experiment, installation, caseId, { profile, rounds: options.rounds }, found);
        const wanted = await under(options.profile);
        if (!wanted) continue;
        cells.push(statusOf(wanted, options.profile === 'quick' ? await under('full') : null, before, machine));
      }
    }
  }
  return inOrder(cells);
}

/** Why a recorded cell, selected or not, no longer describes what would be measured now. */
async function whyStale(cell: Cell, found: Found): Promise<string | undefined> {
  const { experiments, runtimes, before, machine } = found;
  const installation = runtimes.found.find(({ info }) => info.id === cell.runtime);
  if (!installation) {
    return runtimes.missing.find(({ id }) => id === cell.runtime)?.reason ?? `no runtime "${cell.runtime}" any more`;
  }
  const experiment = experiments.find(({ id }) => id === cell.experiment);
  const as = { profile: cell.profile, rounds: cell.planned };
  const plan = experiment && (await planCell(experiment, installation, cell.case, as, found));
  if (!plan) return 'the experiment no longer has this cell';
  const { status, why } = statusOf(plan, null, before, machine);
  return status === 'stale' ? why : undefined;
}

/** The results with every experiment's words as they are now, without what no longer exists, and with what is stale marked. */
async function bringUpToDate(found: Found): Promise<Results> {
  const { experiments, runtimes, before, machine } = found;
  const words = Object.fromEntries(
    experiments.map(({ id, definition }) => [id, vocabularySchema.parse(vocabularyOf(definition))]),
  );
  const cells: Cell[] = [];
  for (const cell of before.cells.filter((one) => words[one.experiment]?.cases[one.case])) {
    const { stale: _, ...current } = cell;
    const stale = await whyStale(cell, found);
    cells.push(stale === undefined ? current : { ...current, stale });
  }
  const used = new Set(cells.map(({ session }) => session));
  return {
    ...before,
    machine,
    experiments: words,
    cells,
    ...(before.leftOut ? { leftOut: before.leftOut.filter((one) => words[one.experiment]?.cases[one.case]) } : {}),
    sessions: before.sessions.filter(({ id }) => used.has(id)),
    unavailable: unavailableOf(experiments, runtimes),
  };
}

/**
 * @throws InputError for an invalid experiment, an unknown name in the options, a results file that can't be read, or a
 * tree that is not fit for reference results
 */
export async function takeInventory(options: MeasureOptions, effects: Effects): Promise<Inventory> {
  const { reference } = options;
  if (reference !== undefined) checkTree(effects.commit(), effects.changes());
  const experiments = await discoverExperiments(effects.experiments);
  const runtimes = await effects.findRuntimes();
  checkSelection(
    options,
    experiments.map(({ id }) => id),
    [...runtimes.found.map(({ info }) => info.id), ...runtimes.missing.map(({ id }) => id)],
  );
  const machine = describeMachine(effects.readText);
  const file =
    reference === undefined
      ? join(effects.results, `${machine.id}.json`)
      : join(effects.references, `${reference}.json`);
  const before = (reference === undefined ? readResultsFile(file) : readReferenceFile(file)) ?? emptyResults(machine);
  if (before.machine.id !== machine.id) throw otherMachine(file, before.machine, machine);
  const found = { experiments, runtimes, before, machine, root: effects.root, files: createProgramFiles() };
  const cells = await selectedCells(options, found);
  const results = await bringUpToDate(found);
  if (reference !== undefined) {
    const all = await selectedCells({ ...options, only: [], runtimes: [] }, found);
    results.reference = referencePlan(all.map(({ plan }) => plan));
  }
  return { machine, file, results, cells, unavailable: selectUnavailable(options, results.unavailable, cells.length) };
}
