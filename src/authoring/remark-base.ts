/** Links in pages are written from the site's root, `/claims/gil/`; where the site is published under a path, it comes before them. */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** @param base as `siteBase` gives it, `/` or `/thread-or-process/` */
export function remarkBase(base: string) {
  return (tree: Root) => {
    visit(tree, ['link', 'definition'], (node) => {
      if ((node.type === 'link' || node.type === 'definition') && /^\/(?!\/)/.test(node.url)) {
        node.url = base + node.url.slice(1);
      }
    });
  };
}
