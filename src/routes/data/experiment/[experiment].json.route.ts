/** What was recorded for one experiment, over all machines: its words and its cells, as they lie in the results. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { loadResults, loadVocabulary } from '../../../evidence/load.ts';

export const getStaticPaths: GetStaticPaths = () =>
  Object.keys(loadVocabulary().experiments).map((experiment) => ({ params: { experiment } }));

export const GET: APIRoute = ({ params: { experiment } }) =>
  Response.json({
    experiment,
    words: loadVocabulary().experiments[experiment ?? ''],
    measured: loadResults().map(({ name, results: { machine, cells } }) => ({
      file: name,
      machine,
      cells: cells.filter((cell) => cell.experiment === experiment),
    })),
  });
