/** Code in a sentence is not translated: a browser's translation would turn `fork` into cutlery and garble messages. */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

export function remarkCode() {
  return (tree: Root) => {
    visit(tree, 'inlineCode', (node) => {
      node.data = { ...node.data, hProperties: { translate: 'no' } };
    });
  };
}
