/** Which runtimes an element shows: the one it names, or those of the switch. */
import { loadResults } from '../../evidence/load.ts';
import { runtimeRow, switchRuntimes } from '../../measurement/runtimes.ts';

export interface ShownRuntime {
  id: string;
  label: string;
}

/** @param named a runtime id; undefined follows the switch. */
export function shownRuntimes(named: string | undefined): readonly ShownRuntime[] {
  return named === undefined ? switchRuntimes : [{ id: named, label: runtimeLabel(named) }];
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
