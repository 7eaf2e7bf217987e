/**
 * Makes a page's code blocks look like the programs beside them: classes instead of styles, a caption, keyboard focus.
 */
import type { ShikiTransformer } from 'shiki';
import { titleOf } from './printed-blocks.ts';
import { roleOf } from './theme.ts';

type Node = Parameters<NonNullable<ShikiTransformer['pre']>>[0];

const element = (tagName: string, properties: Node['properties'], children: Node['children']): Node => ({
  type: 'element',
  tagName,
  properties,
  children,
});

/** The first line with text in it, so that a screen reader's user can distinguish blocks. */
const firstLine = (source: string): string => source.trim().split('\n')[0] ?? '';

export const codePanel: ShikiTransformer = {
  name: 'code-panel',
  span(node, _line, _column, _lineElement, token) {
    const role = roleOf(token.color);
    node.properties = role ? { class: `k-${role}` } : {};
  },
  /** Plain text needs no element of its own. */
  line(node) {
    node.children = node.children.flatMap((child) =>
      child.type === 'element' && !child.properties.class ? child.children : [child],
    );
  },
  /** Lines are blocks of their own here, so the line break between two goes into the first. */
  code(node) {
    const lines = node.children.filter((child) => child.type === 'element');
    for (const line of lines) line.children.push({ type: 'text', value: '\n' });
    node.children = lines;
  },
  pre(node) {
    const title = titleOf(this.options.meta?.__raw);
    node.properties = {
      tabindex: '0',
      translate: 'no',
      ariaLabel: `Code: ${title ?? firstLine(this.source)}`,
      dataLanguage: this.options.lang,
    };
    const caption = title
      ? [element('figcaption', {}, [element('span', { class: 'file' }, [{ type: 'text', value: title }])])]
      : [];
    return element('figure', { class: 'code-panel not-content' }, [...caption, node]);
  },
};
