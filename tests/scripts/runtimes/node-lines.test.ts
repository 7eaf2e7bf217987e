import { expect, test } from 'vitest';
import { lineOf, type NodeLine, newestOfEach } from '../../../scripts/runtimes/node-lines.ts';

const node = (version: string): NodeLine => ({ path: `/opt/${version}/bin/node`, versions: { node: version } });

test('the newest of each other line is taken, those that can run the programs', () => {
  const found = ['24.9.0', '20.20.2', '18.19.0', '24.21.0', '26.10.0', '22.1.0'].map(node);
  const lines = newestOfEach(found, 26);
  expect(lines.map(({ versions }) => versions['node'])).toEqual(['20.20.2', '22.1.0', '24.21.0']);
  expect(lines.map(lineOf)).toEqual([20, 22, 24]);
});
