/** Which runtimes an element shows: the one it names, or the four of the switch. */
import { loadResults, switchRuntimes } from '../../evidence/load.ts';

export interface ShownRuntime {
  id: string;
  label: string;
}

/** @param named a runtime id; undefined follows the switch. */
export function shownRuntimes(named: string | undefined): readonly ShownRuntime[] {
  return named === undefined ? switchRuntimes : [{ id: named, label: runtimeLabel(named) }];
}

/** The label a reader sees: the switch's own for its four, else what the results call it. */
export function runtimeLabel(id: string): string {
  const ofSwitch = switchRuntimes.find((runtime) => runtime.id === id);
  if (ofSwitch) return ofSwitch.label;
  for (const { results } of loadResults()) {
    const measured = results.runtimes.find((runtime) => runtime.id === id);
    if (measured) return measured.label;
  }
  return id;
}
