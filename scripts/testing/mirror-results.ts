/**
 * The same results with the figures of thread and process exchanged: what a machine would measure on which the folklore
 * is upside down.
 */
import type { Results } from '../../src/measurement/results.ts';

/** `thread` ↔ `process`, `thread.pool` ↔ `process.pool`; what has no counterpart keeps its name. */
function counterpart(variant: string): string {
  return variant.replace(/^(thread|process)/, (family) => (family === 'thread' ? 'process' : 'thread'));
}

function exchange<Value>(record: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(record).map(([variant, value]) => [variant, record[counterpart(variant)] ?? value]),
  );
}

export function mirrorResults(results: Results): Results {
  return {
    ...results,
    cells: results.cells.map((cell) => ({
      ...cell,
      failures: exchange(cell.failures),
      rounds: cell.rounds.map((round) => ({ ...round, invocations: exchange(round.invocations) })),
    })),
  };
}
