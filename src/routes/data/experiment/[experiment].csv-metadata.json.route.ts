/** The columns of an experiment's CSV for programs, where https://www.w3.org/TR/tabular-metadata/ has them looked for. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { csvMetadata } from '../../../evidence/csv-metadata.ts';
import { loadVocabulary } from '../../../evidence/load.ts';

export const getStaticPaths: GetStaticPaths = () =>
  Object.entries(loadVocabulary().experiments).map(([experiment, { title }]) => ({
    params: { experiment },
    props: { title },
  }));

export const GET: APIRoute = ({ params, props }) => Response.json(csvMetadata(`${params.experiment}.csv`, props.title));
