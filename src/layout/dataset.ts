/** What the results are, for search engines of data: https://schema.org/Dataset. */
import { loadContributed, loadResults, loadVocabulary } from '../evidence/load.ts';
import { address } from '../text/address.ts';

/** @param site where the site is published; addresses are given in full */
export function describeDataset(site: URL | undefined, description: string): object {
  const full = (path: string) => new URL(address(path), site).href;
  const results = loadResults();
  const dates = results.flatMap(({ results: { cells } }) => cells.map(({ date }) => date)).sort();
  const file = (path: string, encodingFormat: string) => ({
    '@type': 'DataDownload',
    encodingFormat,
    contentUrl: full(path),
  });
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: 'Thread or Process: results',
    description,
    url: full('/reference/results/'),
    license: 'https://spdx.org/licenses/MIT.html',
    isAccessibleForFree: true,
    creator: { '@type': 'Organization', name: 'The Thread or Process authors' },
    temporalCoverage: [...new Set([dates[0], dates.at(-1)])].map((date) => date?.slice(0, 10)).join('/'),
    distribution: [
      ...[...results, ...loadContributed()].flatMap(({ name }) => [
        file(`/data/${name}.json`, 'application/json'),
        file(`/data/${name}.csv`, 'text/csv'),
      ]),
      ...Object.keys(loadVocabulary().experiments).map((id) => file(`/data/experiment/${id}.csv`, 'text/csv')),
    ],
  };
}
