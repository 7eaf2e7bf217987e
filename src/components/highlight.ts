/** Program text to lines of classed tokens. Classes, not style attributes: the site's policy allows no inline style. */
import { createCssVariablesTheme, createHighlighter } from 'shiki';
import type { Language } from './languages.ts';

const theme = createCssVariablesTheme({ name: 'ink', variablePrefix: '--ink-' });
const highlighter = createHighlighter({ themes: [theme], langs: ['typescript', 'python', 'c'] });
const grammars: Record<Language, 'typescript' | 'python' | 'c'> = { node: 'typescript', python: 'python', c: 'c' };

export interface Token {
  text: string;
  /** `comment`, `string`, `keyword`…; empty for plain text. */
  role: string;
}

/** @returns one array of tokens for each line */
export async function highlightLines(text: string, language: Language): Promise<Token[][]> {
  const { tokens } = (await highlighter).codeToTokens(text, { lang: grammars[language], theme: 'ink' });
  return tokens.map((line) =>
    line.map(({ content, color }) => ({
      text: content,
      role: /^var\(--ink-token-([a-z-]+)\)$/.exec(color ?? '')?.[1] ?? '',
    })),
  );
}
