/** Looks at everything before anything runs: experiments, runtimes, the machine, what is measured already. */
import { join } from 'node:path';
import { type Machine, type Results, vocabularySchema } from '../../src/measurement/results.ts';
import type { FoundRuntimes } from '../runtimes/runtime.ts';
import { type DiscoveredExperiment, discoverExperiments } from './discover.ts';
import type { Effects } from './effects.ts';
import { InputError } from './input-error.ts';
import { describeMachine } from './machine.ts';
import type { MeasureOptions } from './options.ts';
import { inOrder, planCell, runtimesOf, type StatedCell, stateCell, type Unavailable, unavailableOf } from './plan.ts';
import { emptyResults, readResultsFile } from './store.ts';
import { vocabularyOf } from './vocabulary.ts';

export interface Survey {
  machine: Machine;
  file: string;
  results: Results;
  cells: StatedCell[];
  /** Within what the options select; `results` holds all. */
  unavailable: Unavailable[];
}

/** Refuses a name nobody knows: a typo must not look like "all fresh". */
function checkNames(option: string, names: readonly string[], known: readonly string[]): void {
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new InputError(`--${option}: expected one of ${known.join(', ') || '(none found)'}, found "${unknown}".`);
  }
}

/** `--only memory/node/idle-8` in parts. */
const selects = (only: readonly string[], experiment: string, runtime: string, caseId: string): boolean =>
  only.length === 0 ||
  only.some((selector) => {
    const [one, two = runtime, three = caseId] = selector.split('/');
    return one === experiment && two === runtime && three === caseId;
  });

const selectsPair = (only: readonly string[], experiment: string, runtime: string): boolean =>
  only.length === 0 || only.some((selector) => selects([selector], experiment, runtime, selector.split('/')[2] ?? ''));

/** Keeps the words of every experiment up to date, and drops cells of what no longer exists. */
function refresh(results: Results, machine: Machine, experiments: readonly DiscoveredExperiment[]): void {
  results.machine = machine;
  results.experiments = Object.fromEntries(
    experiments.map(({ id, definition }) => [id, vocabularySchema.parse(vocabularyOf(definition))]),
  );
  results.cells = results.cells.filter((cell) => results.experiments[cell.experiment]?.cases[cell.case]);
  const used = new Set(results.cells.map(({ session }) => session));
  results.sessions = results.sessions.filter(({ id }) => used.has(id));
}

async function stateAll(
  experiments: readonly DiscoveredExperiment[],
  runtimes: FoundRuntimes,
  options: MeasureOptions,
  { machine, before, root }: { machine: Machine; before: Results; root: string },
): Promise<StatedCell[]> {
  const cells: StatedCell[] = [];
  const context = { rounds: options.rounds, machine, root };
  for (const experiment of experiments) {
    for (const id of runtimesOf(experiment, runtimes)) {
      const installation = runtimes.found.find(({ info }) => info.id === id);
      if (!installation || (options.runtimes.length > 0 && !options.runtimes.includes(id))) continue;
      for (const caseId of Object.keys(experiment.definition.cases)) {
        if (!selects(options.only, experiment.id, id, caseId)) continue;
        const wanted = await planCell(experiment, installation, caseId, { ...context, profile: options.profile });
        if (!wanted) continue;
        const quick = options.profile === 'quick';
        const full = quick ? await planCell(experiment, installation, caseId, { ...context, profile: 'full' }) : null;
        cells.push(stateCell(wanted, full, before, machine));
      }
    }
  }
  return inOrder(cells);
}

/**
 * @throws InputError for an invalid experiment, an unknown name in the options, or a results file that can't be read
 */
export async function survey(options: MeasureOptions, effects: Effects): Promise<Survey> {
  const experiments = await discoverExperiments(effects.experiments);
  const runtimes = await effects.findRuntimes();
  const ids = experiments.map(({ id }) => id);
  checkNames(
    'only',
    options.only.map((selector) => selector.split('/')[0] ?? ''),
    ids,
  );
  const runtimeIds = [...runtimes.found.map(({ info }) => info.id), ...runtimes.missing.map(({ id }) => id)];
  checkNames('runtime', options.runtimes, runtimeIds);
  const machine = describeMachine(effects.readText);
  const file = join(effects.results, `${machine.id}.json`);
  const before = readResultsFile(file) ?? emptyResults(machine);
  const cells = await stateAll(experiments, runtimes, options, { machine, before, root: effects.root });
  const results = { ...before };
  refresh(results, machine, experiments);
  results.unavailable = unavailableOf(experiments, runtimes);
  const unavailable = results.unavailable.filter(
    ({ experiment, runtime }) =>
      (options.runtimes.length === 0 || options.runtimes.includes(runtime)) &&
      selectsPair(options.only, experiment, runtime),
  );
  if (options.only.length > 0 && cells.length === 0 && unavailable.length === 0) {
    const fitting = `${options.profile} profile${options.runtimes.length > 0 ? `, ${options.runtimes.join(', ')}` : ''}`;
    throw new InputError(
      `--only: expected at least one cell (${fitting}), found none for "${options.only.join(', ')}".`,
    );
  }
  return { machine, file, results, cells, unavailable };
}
