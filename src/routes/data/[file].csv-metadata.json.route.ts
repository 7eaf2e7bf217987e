/** The columns of a results file's CSV for programs, where https://www.w3.org/TR/tabular-metadata/ has them looked for. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { csvMetadata } from '../../evidence/csv-metadata.ts';
import { loadContributed, loadResults } from '../../evidence/load.ts';

export const getStaticPaths: GetStaticPaths = () =>
  [...loadResults(), ...loadContributed()].map(({ name, results }) => ({
    params: { file: name },
    props: { title: results.machine.label },
  }));

export const GET: APIRoute = ({ params, props }) => Response.json(csvMetadata(`${params.file}.csv`, props.title));
