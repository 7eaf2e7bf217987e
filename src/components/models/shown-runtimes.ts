/** Which runtimes an element shows: the one it names, or those of the switch. */
import { answersOf } from '../../evidence/answers.ts';
import { loadResults, loadVocabulary } from '../../evidence/load.ts';
import type { EvidenceSource } from '../../measurement/evidence.ts';
import { runtimeRow, switchRuntimes } from '../../measurement/runtimes.ts';
import { spokenVersion } from '../../text/wording.ts';

export interface ShownRuntime {
  id: string;
  label: string;
}

/** @param named a runtime id; undefined follows the switch. */
export function shownRuntimes(named: string | undefined): readonly ShownRuntime[] {
  return named === undefined ? switchRuntimes : [{ id: named, label: runtimeLabel(named) }];
}

/**
 * Without a script all runtimes stand one below the other: the one that the page is about comes first, the rest in the order
 * of the switch.
 */
export function ownFirst<Shown extends { id: string }>(
  shown: readonly Shown[],
  { starlightRoute }: Pick<App.Locals, 'starlightRoute'>,
): Shown[] {
  const own = starlightRoute.entry.data.runtime;
  return [...shown.filter(({ id }) => id === own), ...shown.filter(({ id }) => id !== own)];
}

/** The label a reader sees: the table's own, else what the results call it. */
export function runtimeLabel(id: string): string {
  const row = runtimeRow(id);
  if (row) return row.label;
  for (const { results } of loadResults()) {
    const measured = results.runtimes.find((runtime) => runtime.id === id);
    if (measured) return measured.label;
  }
  return id;
}

/** The version of a runtime that one file's figures of some experiments were measured with, as short as versions are spoken. */
export function versionIn(source: EvidenceSource, experiments: readonly string[], runtime: string): string | undefined {
  for (const experiment of experiments) {
    const [measured] = source.cells(experiment, runtime);
    if (measured?.runtime) return spokenVersion(measured.runtime.version);
  }
  return undefined;
}

/** The version that most of the site's figures of a runtime were measured with; undefined where there are none. */
export function versionShown(runtime: string): string | undefined {
  const experiments = Object.keys(loadVocabulary().experiments);
  return versionIn(answersOf(experiments, [runtime]).first, experiments, runtime);
}
