/** Every sample of one experiment, over all machines, as CSV. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { samplesCsv } from '../charts/samples-csv.ts';
import { loadResults, loadVocabulary } from '../evidence/load.ts';

export const getStaticPaths: GetStaticPaths = () =>
  Object.keys(loadVocabulary().experiments).map((experiment) => ({ params: { experiment } }));

export const GET: APIRoute = ({ params }) => {
  const files = loadResults().map(({ results }) => results);
  return new Response(samplesCsv(files, params.experiment ?? ''), { headers: { 'content-type': 'text/csv' } });
};
