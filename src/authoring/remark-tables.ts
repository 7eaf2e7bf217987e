/**
 * Wide tables become cards on a phone (`cards.css`): each cell is given its column's heading, and the table its class. A table
 * that fits stays a table there too; one of two columns is given the class `two-columns` (`tables.css`).
 */
import type { Root, Table, TableRow } from 'mdast';
import { visit } from 'unist-util-visit';

/** Characters of the widest cells side by side that a phone has room for. */
const ROOM = 60;

/** Below three columns a card is no better than the row it is made from. */
const COLUMNS = 3;

function textOf(node: object): string {
  if ('value' in node && typeof node.value === 'string') return node.value;
  return 'children' in node && Array.isArray(node.children) ? node.children.map(textOf).join('') : '';
}

function widthOf({ children: rows }: Table, columns: number): number {
  const widest = (column: number) => Math.max(...rows.map(({ children }) => textOf(children[column] ?? {}).length));
  return Array.from({ length: columns }, (_, column) => widest(column)).reduce((sum, width) => sum + width, 0);
}

function label(row: TableRow, headings: readonly string[]): void {
  for (const [column, cell] of row.children.entries()) {
    if (column > 0) cell.data = { ...cell.data, hProperties: { dataLabel: headings[column] ?? '' } };
  }
}

export function remarkTables() {
  return (tree: Root) => {
    visit(tree, 'table', (table) => {
      const [head, ...rows] = table.children;
      const headings = head?.children.map(textOf) ?? [];
      // In the tag that opens the table: a style that asked for its second heading would come after the first was drawn.
      if (headings.length === 2) table.data = { ...table.data, hProperties: { className: ['two-columns'] } };
      if (headings.length < COLUMNS || widthOf(table, headings.length) <= ROOM) return;
      table.data = { ...table.data, hProperties: { className: ['cards'] } };
      for (const row of rows) label(row, headings);
    });
  };
}
