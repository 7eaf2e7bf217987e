/**
 * Code in a sentence is not translated: a browser's translation would turn `fork` into cutlery and garble messages. In a narrow
 * cell of a table it breaks between the words of a name, not within them.
 */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { atJoints } from '../text/name-joints.ts';

/** What the page's code element holds. */
type Piece = { type: 'text'; value: string } | { type: 'element'; tagName: 'wbr'; properties: object; children: [] };

const breakable = (code: string): Piece[] =>
  atJoints(code).flatMap((value, index): Piece[] => {
    const text: Piece = { type: 'text', value };
    return index === 0 ? [text] : [{ type: 'element', tagName: 'wbr', properties: {}, children: [] }, text];
  });

export function remarkCode() {
  return (tree: Root) => {
    visit(tree, 'inlineCode', (node) => {
      node.data = { ...node.data, hProperties: { translate: 'no' } };
    });
    visit(tree, 'tableCell', (cell) => {
      visit(cell, 'inlineCode', (node) => {
        node.data = { ...node.data, hChildren: breakable(node.value) };
      });
    });
  };
}
