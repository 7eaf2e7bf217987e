/** What `--only` and `--runtime` select. */
import { runtimeRow } from '../../../src/measurement/runtimes.ts';
import type { Experiment } from '../definition/experiment.ts';
import { InputError } from '../input-error.ts';
import type { MeasureOptions } from '../options.ts';
import type { Unavailable } from './plan-cell.ts';

type Selection = Pick<MeasureOptions, 'only' | 'runtimes'>;

/** Refuses an unknown name: a typo must not look like "all fresh". */
function checkNames(option: string, names: readonly string[], known: readonly string[]): void {
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new InputError(`--${option}: expected one of ${known.join(', ') || '(none found)'}, found "${unknown}".`);
  }
}

/** @throws InputError for an unknown experiment or runtime. */
export function checkSelection({ only, runtimes }: Selection, experiments: string[], knownRuntimes: string[]): void {
  checkNames(
    'only',
    only.map((selector) => selector.split('/')[0] ?? ''),
    experiments,
  );
  checkNames('runtime', runtimes, knownRuntimes);
}

/** Whether a cell is selected; `memory/node/idle-8` is a selector in three parts. Without a case: any of the pair's. */
export function isSelected(
  { only, runtimes }: Selection,
  experiment: string,
  runtime: string,
  caseId?: string,
): boolean {
  if (runtimes.length > 0 && !runtimes.includes(runtime)) return false;
  if (only.length === 0) return true;
  return only.some((selector) => {
    const [one, two = runtime, three = caseId] = selector.split('/');
    return one === experiment && two === runtime && (caseId === undefined || three === caseId);
  });
}

/**
 * Whether the quick profile leaves it to the full one: experiments that say so, and runtimes that a reader can't switch to.
 * With them it would take twice as long. What `--only` or `--runtime` names is measured.
 */
export function isLeftToFull(
  { profile, only, runtimes }: Selection & Pick<MeasureOptions, 'profile'>,
  definition: Pick<Experiment, 'quick' | 'runtimes'>,
  runtime: string,
): boolean {
  if (profile === 'full' || only.length + runtimes.length > 0) return false;
  return definition.quick === false || (definition.runtimes === undefined && runtimeRow(runtime)?.inSwitch !== true);
}

/** Keeps what is selected of what cannot be measured. @throws InputError when nothing at all is selected. */
export function selectUnavailable(
  options: MeasureOptions,
  unavailable: readonly Unavailable[],
  cells: number,
): Unavailable[] {
  const selected = unavailable.filter(({ experiment, runtime }) => isSelected(options, experiment, runtime));
  if (options.only.length > 0 && cells + selected.length === 0) {
    const { profile, runtimes, only } = options;
    const fitting = [`${profile} profile`, ...runtimes].join(', ');
    throw new InputError(`--only: expected at least one cell (${fitting}), found none for "${only.join(', ')}".`);
  }
  return selected;
}
