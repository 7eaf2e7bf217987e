/** Program text to lines of classed tokens. Classes, not style attributes: the site's policy allows no inline style. */
import { createCssVariablesTheme, createHighlighter } from 'shiki';
import type { Language } from './languages.ts';

const theme = createCssVariablesTheme({ name: 'ink', variablePrefix: '--ink-' });
const highlighter = createHighlighter({ themes: [theme], langs: ['typescript', 'python', 'c'] });
const grammars: Record<Language, 'typescript' | 'python' | 'c'> = { node: 'typescript', python: 'python', c: 'c' };

export interface Token {
  text: string;
  /** One of the roles that have a colour; empty for the rest. */
  role: string;
}

/** What `programs.css` colours. All else is plain text, and needs no element of its own. */
const coloured = new Set(['comment', 'string', 'string-expression', 'keyword', 'function', 'constant', 'parameter']);

/** Joins neighbours of one role, and the blanks between them, so that a string or a comment is one element. */
export function joinTokens(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const { text, role } of tokens) {
    const last = joined.at(-1);
    if (last && (last.role === role || text.trim() === '')) last.text += text;
    else joined.push({ text, role });
  }
  return joined;
}

/** @returns one array of tokens for each line */
export async function highlightLines(text: string, language: Language): Promise<Token[][]> {
  const { tokens } = (await highlighter).codeToTokens(text, { lang: grammars[language], theme: 'ink' });
  return tokens.map((line) =>
    joinTokens(
      line.map(({ content, color }) => {
        const role = /^var\(--ink-token-([a-z-]+)\)$/.exec(color ?? '')?.[1] ?? '';
        return { text: content, role: coloured.has(role) ? role : '' };
      }),
    ),
  );
}
