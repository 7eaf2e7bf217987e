/**
 * A paragraph that holds nothing but conditional sentences is a paragraph. MDX takes it apart, because a component alone may
 * be anything; of these it is known that they give running text.
 */
import type { PhrasingContent, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';

const SENTENCES: ReadonlySet<string | null> = new Set(['When', 'WhenMeasured']);
const RUNNING: ReadonlySet<string> = new Set([
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'link',
  'break',
  'mdxJsxTextElement',
  'mdxTextExpression',
]);

function isSentence(node: RootContent): node is MdxJsxFlowElement {
  return (
    node.type === 'mdxJsxFlowElement' &&
    SENTENCES.has(node.name) &&
    node.children.length > 0 &&
    node.children.every(({ type }) => RUNNING.has(type))
  );
}

const asText = (sentence: MdxJsxFlowElement): PhrasingContent =>
  ({ ...sentence, type: 'mdxJsxTextElement' }) as unknown as PhrasingContent;

export function remarkParagraphs() {
  return (tree: Root): void => {
    const children: RootContent[] = [];
    let lastLine = Number.NaN;
    for (const node of tree.children) {
      const before = children.at(-1);
      const start = node.position?.start.line ?? Number.NaN;
      if (!isSentence(node)) children.push(node);
      else if (before?.type === 'paragraph' && start - lastLine <= 1) {
        before.children.push({ type: 'text', value: ' ' }, asText(node));
      } else children.push({ type: 'paragraph', children: [asText(node)] });
      lastLine = node.position?.end.line ?? Number.NaN;
    }
    tree.children = children;
  };
}
