/**
 * Code in a sentence is not translated: a browser's translation would turn `fork` into cutlery and garble messages. In a narrow
 * cell of a table it breaks between the words of a name, not within them, and not within a command's option.
 */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { atJoints } from '../text/name-joints.ts';

/** What the page's code element holds. */
type Piece =
  | { type: 'text'; value: string }
  | { type: 'element'; tagName: 'wbr' | 'span'; properties: Record<string, unknown>; children: Piece[] };

/** `--threads`: a browser would break it after its dashes. A longer one may break, or it would be wider than a phone's column. */
const OPTION = /((?<!\S)-{1,2}[a-zA-Z][\w-]{0,14}(?![\w-]))/;

/** Split at the options, which become every second piece. */
const withWholeOptions = (code: string): Piece[] =>
  code.split(OPTION).map((value, index): Piece => {
    const text: Piece = { type: 'text', value };
    const isOption = index % 2 === 1;
    return isOption ? { type: 'element', tagName: 'span', properties: { className: 'whole' }, children: [text] } : text;
  });

const breakable = (code: string): Piece[] =>
  atJoints(code).flatMap((value, index): Piece[] => {
    const pieces = withWholeOptions(value);
    return index === 0 ? pieces : [{ type: 'element', tagName: 'wbr', properties: {}, children: [] }, ...pieces];
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
