import type { Root, Table } from 'mdast';
import { expect, it } from 'vitest';
import { remarkTables } from '../../src/authoring/remark-tables.ts';

const table = (...rows: string[][]): Table => ({
  type: 'table',
  children: rows.map((cells) => ({
    type: 'tableRow',
    children: cells.map((value) => ({
      type: 'tableCell',
      children: value === '' ? [] : [{ type: 'inlineCode', value }],
    })),
  })),
});

function labelled(...rows: string[][]): Table {
  const made = table(...rows);
  remarkTables()({ type: 'root', children: [made] } satisfies Root);
  return made;
}

const propertiesOf = ({ data }: { data?: object | undefined }): unknown =>
  data && 'hProperties' in data ? data.hProperties : undefined;

const long = 'a sentence that takes a good part of the width of a phone';

it('gives each cell of a wide table the heading of its column, but the first, which is the heading of its card', () => {
  const wide = labelled(['property', 'thread', 'process'], ['memory', long, 'its own']);
  expect(propertiesOf(wide)).toEqual({ className: ['cards'] });
  expect(wide.children[1]?.children.map(propertiesOf)).toEqual([
    undefined,
    { dataLabel: 'thread' },
    { dataLabel: 'process' },
  ]);
});

it('names a table of two columns, and leaves its cells as they are', () => {
  const two = labelled(['question', 'answer'], ['why', long + long]);
  expect(propertiesOf(two)).toEqual({ className: ['two-columns'] });
  expect(two.children[1]?.children.map(propertiesOf)).toEqual([undefined, undefined]);
});

it('leaves a table of three columns as it is that fits', () => {
  expect(labelled(['Ada', 'Grace', 'counter'], ['reads 7', '', '7']).data).toBeUndefined();
});
