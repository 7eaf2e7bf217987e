/** What was recorded for one experiment: its words, and each machine's cells apart, with its origin, runtimes and
 * sessions. A cell that no longer describes the programs as they are says why, as `stale`. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { loadResults, loadVocabulary } from '../../../evidence/load.ts';

export const getStaticPaths: GetStaticPaths = () =>
  Object.keys(loadVocabulary().experiments).map((experiment) => ({ params: { experiment } }));

export const GET: APIRoute = ({ params: { experiment } }) =>
  Response.json({
    experiment,
    words: loadVocabulary().experiments[experiment ?? ''],
    measured: loadResults().flatMap(({ name, origin, stale, results: { machine, runtimes, sessions, cells } }) => {
      const own = cells
        .filter((cell) => cell.experiment === experiment)
        .map((cell) => ({ ...cell, stale: stale?.(cell) }));
      return own.length === 0
        ? []
        : {
            file: name,
            origin,
            machine,
            runtimes: runtimes.filter(({ id }) => own.some(({ runtime }) => runtime === id)),
            sessions: sessions.filter(({ id }) => own.some(({ session }) => session === id)),
            cells: own,
          };
    }),
  });
