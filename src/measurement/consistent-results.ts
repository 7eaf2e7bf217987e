/** Checks that the schema can't make: that the parts of a results file fit together. */
import type { z } from 'zod';
import { placeName } from './place.ts';
import { type Results, type Round, resultsSchema } from './results.ts';

type Report = (path: PropertyKey[], message: string) => void;

/** Every variant that ran has one place in the order of its round; one that failed later keeps its place. */
function checkOrders(rounds: readonly Round[], path: PropertyKey[], report: Report): void {
  for (const [index, { order, invocations }] of rounds.entries()) {
    const place = [...path, 'rounds', index, 'order'];
    const unplaced = Object.keys(invocations).find((variant) => !order.includes(variant));
    if (unplaced !== undefined) report(place, `${unplaced} ran, but has no place in the order of its round`);
    else if (new Set(order).size < order.length) report(place, 'a variant runs once in a round');
  }
}

/** A file is about one machine: a session of another machine does not belong in it. */
function checkSessions({ machine, sessions }: Results, context: z.RefinementCtx): void {
  for (const [index, session] of sessions.entries()) {
    if (session.machine === undefined || session.machine === machine.id) continue;
    const path = ['sessions', index, 'machine'];
    context.addIssue({ code: 'invalid_value', values: [machine.id], input: session.machine, path });
  }
}

function checkCells({ cells, sessions }: Results, context: z.RefinementCtx, report: Report): void {
  const known = new Set(sessions.map(({ id }) => id));
  const places = new Map<string, number>();
  for (const [index, cell] of cells.entries()) {
    const place = placeName(cell);
    const first = places.get(place);
    if (first !== undefined) report(['cells', index, 'case'], `cells[${first}] holds ${place} already`);
    places.set(place, first ?? index);
    if (!known.has(cell.session)) {
      const path = ['cells', index, 'session'];
      if (known.size === 0) report(path, 'the file has no session that a cell could be of');
      else context.addIssue({ code: 'invalid_value', values: [...known], input: cell.session, path });
    }
    checkOrders(cell.rounds, ['cells', index], report);
  }
}

/** Results whose cells, sessions and rounds belong together. */
export const consistentResultsSchema = resultsSchema.superRefine((results, context) => {
  const report: Report = (path, message) => context.addIssue({ code: 'custom', message, path });
  checkSessions(results, context);
  checkCells(results, context, report);
  for (const [index, { control }] of results.sessions.entries()) {
    checkOrders(control?.rounds ?? [], ['sessions', index, 'control'], report);
  }
});
