/** Every sample of one experiment, over all machines, as CSV. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { loadResults, loadVocabulary } from '../../../evidence/load.ts';
import { samplesCsv } from '../../../evidence/samples-csv.ts';

export const getStaticPaths: GetStaticPaths = () =>
  Object.keys(loadVocabulary().experiments).map((experiment) => ({ params: { experiment } }));

export const GET: APIRoute = ({ params }) => {
  const text = samplesCsv(loadResults(), params.experiment ?? '');
  return new Response(text, { headers: { 'content-type': 'text/csv' } });
};
