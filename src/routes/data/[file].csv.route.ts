/** Every sample of one results file as CSV. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { loadContributed, loadResults } from '../../evidence/load.ts';
import { samplesCsv } from '../../evidence/samples-csv.ts';

export const getStaticPaths: GetStaticPaths = () =>
  [...loadResults(), ...loadContributed()].map((file) => ({ params: { file: file.name }, props: { file } }));

export const GET: APIRoute = ({ props }) =>
  new Response(samplesCsv([props.file]), { headers: { 'content-type': 'text/csv' } });
