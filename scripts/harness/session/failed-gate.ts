/** Whether other load on the machine spoilt what was measured: no verdict will rest on it. */
import { judgeControl } from '../../../src/measurement/gates.ts';
import type { Cell, Session } from '../../../src/measurement/results.ts';

/** The first gate that failed, in words; null where none did. */
export function failedGate(cell: Cell, sessions: readonly Session[]): string | null {
  const control = sessions.find(({ id }) => id === cell.session)?.control;
  const gates = [...(control ? [judgeControl(control.rounds)] : []), ...cell.gates];
  const failed = gates.find(({ outcome }) => outcome === 'failed');
  return failed ? `${failed.gate}: ${failed.reason}` : null;
}
