/** Program text to lines of classed tokens. Classes, not style attributes: the site's policy allows no inline style. */
import { createHighlighter } from 'shiki';
import { LANGUAGES, type Language } from '../measurement/runtimes.ts';
import { ink, roleOf } from './theme.ts';

const highlighter = createHighlighter({ themes: [ink], langs: Object.values(LANGUAGES).map(({ grammar }) => grammar) });

export interface Token {
  text: string;
  /** One of the roles that have a colour; empty for the rest, which need no element of their own. */
  role: string;
}

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
  const { tokens } = (await highlighter).codeToTokens(text, {
    lang: LANGUAGES[language].grammar,
    theme: ink,
    // By default a line that takes half a second keeps no colour: on a busy machine that is any line.
    tokenizeTimeLimit: 0,
  });
  return tokens.map((line) => joinTokens(line.map(({ content, color }) => ({ text: content, role: roleOf(color) }))));
}
