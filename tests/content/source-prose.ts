/** The sentences in source files: the strings and markup of TypeScript and Astro, each on its own line of the file. */
import ts from 'typescript';

/** An Astro file: TypeScript between `---` lines, then a template that reads as JSX. */
const ASTRO = /^---\n(.*?\n)---\n(.*)$/s;

/**
 * @param file its name, whose ending says how to read it
 * @returns text with as many lines as the file, empty but for its strings of two words or more and the text in its markup
 */
export function proseInSource(file: string, text: string): string {
  if (!file.endsWith('.astro')) return proseIn(text, ts.ScriptKind.TS);
  const [, script = '', template = text] = ASTRO.exec(text) ?? [];
  const opening = ASTRO.test(text) ? '\n' : '';
  return `${opening}${proseIn(script, ts.ScriptKind.TS)}${opening}${proseIn(`<>${template}</>`, ts.ScriptKind.TSX)}`;
}

function proseIn(code: string, kind: ts.ScriptKind): string {
  const source = ts.createSourceFile(`code.${kind}`, code, ts.ScriptTarget.Latest, true, kind);
  const lines = code.split('\n').map(() => '');
  const visit = (node: ts.Node): void => {
    if (isProse(node)) {
      // Text in markup begins with the space before it.
      let { line } = source.getLineAndCharacterOfPosition(ts.isJsxText(node) ? node.pos : node.getStart());
      for (const part of node.text.split('\n')) lines[line] = `${lines[line++] ?? ''} ${part.trim()}`.trim();
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return lines.join('\n');
}

function isProse(node: ts.Node): node is ts.StringLiteralLike | ts.TemplateLiteralLikeNode | ts.JsxText {
  if (ts.isJsxText(node)) return !node.containsOnlyTriviaWhiteSpaces;
  if (!ts.isStringLiteralLike(node) && !ts.isTemplateLiteralToken(node)) return false;
  return /\p{L}\s+\p{L}/u.test(node.text) && !isListOfWords(node);
}

/** `('a an ' + 'and the').split(' ')` */
function isListOfWords(node: ts.Node): boolean {
  return (
    ts.findAncestor(node, (above) => ts.isPropertyAccessExpression(above) && above.name.text === 'split') !== undefined
  );
}
