/** The columns of a table of samples for programs: https://www.w3.org/TR/tabular-metadata/. */
import { COLUMNS } from './samples-csv.ts';

/** @param table file name of the table, which lies beside this description */
export function csvMetadata(table: string, title: string): object {
  return {
    '@context': 'http://www.w3.org/ns/csvw',
    url: table,
    'dc:title': title,
    'dc:license': { '@id': 'https://spdx.org/licenses/MIT.html' },
    tableSchema: {
      columns: COLUMNS.map(({ name, datatype, says }) => ({ name, titles: name, datatype, 'dc:description': says })),
    },
  };
}
