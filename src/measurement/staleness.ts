/** Whether a cell still describes what would be measured now: the one answer, for pages and for the harness. */
import type { Cell, RuntimeInfo } from './results.ts';

/** Everything a cell's key is made from, as it would be measured now. */
export interface PlannedNow {
  key: string;
  programs: Cell['programs'];
  pinning: Cell['pinning'];
  runtime: Pick<RuntimeInfo, 'version'>;
  kernel: string;
}

/** What is known of the present. A page knows the files; the harness knows the whole plan. */
export type Present =
  /** The SHA-256 of a file by its path from the project's root; undefined where it is gone. */
  { sha256Of(file: string): string | undefined } | { planned: PlannedNow };

/** What was there when the cell was measured, from the same results file. */
export interface MeasuredIn {
  runtimes: readonly RuntimeInfo[];
  machine: { kernel: string };
}

/**
 * Compares every file that was hashed when the cell was measured (programs and what they import), and, where the present
 * is a plan, runtime, machine, placing and arguments too.
 *
 * @returns the reason in words; undefined for a cell that is fresh
 */
export function whyStale(cell: Cell, measuredIn: MeasuredIn, present: Present): string | undefined {
  if ('sha256Of' in present) {
    const changed = cell.programs.find(({ file, sha256 }) => present.sha256Of(file) !== sha256);
    return changed && wordsFor(changed.file);
  }
  const { planned } = present;
  if (planned.key === cell.key) return undefined;
  return changedFile(cell, planned) ?? changedPlace(cell, measuredIn, planned);
}

const wordsFor = (file: string) => `${file} has changed since it was measured`;

function changedFile(cell: Cell, { programs }: PlannedNow): string | undefined {
  const before = new Map(cell.programs.map((program) => [placeOf(program), program.sha256]));
  const measured = new Set(cell.programs.map(({ variant }) => variant));
  const added = programs.find(({ variant }) => !measured.has(variant));
  if (added) return `variant ${added.variant} is new`;
  const changed = programs.find((program) => {
    const known = before.get(placeOf(program));
    return known !== undefined && known !== program.sha256;
  });
  if (changed) return wordsFor(changed.file);
  const imported = programs.find((program) => !before.has(placeOf(program)));
  if (imported) return `${imported.file} was not part of variant ${imported.variant} when it was measured`;
  const planned = new Set(programs.map(placeOf));
  const gone = cell.programs.find((program) => !planned.has(placeOf(program)));
  return gone && `${gone.file} is no longer part of variant ${gone.variant}`;
}

const placeOf = ({ variant, file }: Cell['programs'][number]) => `${variant} ${file}`;

function changedPlace(cell: Cell, { runtimes, machine }: MeasuredIn, planned: PlannedNow): string {
  const before = runtimes.find(({ id }) => id === cell.runtime)?.version;
  const { version } = planned.runtime;
  if (before !== undefined && before !== version) return `${cell.runtime} was ${before}, is ${version}`;
  if (machine.kernel !== planned.kernel) return `the kernel was ${machine.kernel}, is ${planned.kernel}`;
  if (cell.pinning !== planned.pinning) return `pinning was ${cell.pinning}, is ${planned.pinning}`;
  return 'an argument, a metric, the harness or a detail of the runtime has changed';
}
