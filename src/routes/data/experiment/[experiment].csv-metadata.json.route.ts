/** The columns of an experiment's CSV for programs, where https://www.w3.org/TR/tabular-metadata/ has them looked for. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { loadVocabulary } from '../../../evidence/load.ts';
import { COLUMNS } from '../../../evidence/samples-csv.ts';

export const getStaticPaths: GetStaticPaths = () =>
  Object.entries(loadVocabulary().experiments).map(([experiment, { title }]) => ({
    params: { experiment },
    props: { title },
  }));

export const GET: APIRoute = ({ params, props }) =>
  Response.json({
    '@context': 'http://www.w3.org/ns/csvw',
    url: `${params.experiment}.csv`,
    'dc:title': props.title,
    'dc:license': { '@id': 'https://spdx.org/licenses/MIT.html' },
    tableSchema: {
      columns: COLUMNS.map(({ name, datatype, says }) => ({ name, titles: name, datatype, 'dc:description': says })),
    },
  });
