/** The programs as text: the very files that were measured. */
import { loadVocabulary } from '../evidence/load.ts';

/** Rendering reads a program's text and nothing else of `scripts/`. */
const sources = import.meta.glob<string>('/scripts/experiments/*/{node,python,c}/*.{ts,mjs,js,py,c}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export type Language = 'node' | 'python' | 'c';

export interface Program {
  /** From the project's root. */
  file: string;
  text: string;
}

/** The language a runtime's programs are written in. */
export function languageOf(runtime: string): Language {
  if (runtime.startsWith('cpython')) return 'python';
  return runtime === 'c' ? 'c' : 'node';
}

const extensions: Record<Language, readonly string[]> = { node: ['ts', 'mjs', 'js'], python: ['py'], c: ['c'] };

/** `process.fork` is its own file, or its family's: `process`. Undefined when the language has neither. */
export function programOf(experiment: string, language: Language, variant: string): Program | undefined {
  for (const name of [variant, variant.split('.')[0] ?? variant]) {
    for (const extension of extensions[language]) {
      const file = `scripts/experiments/${experiment}/${language}/${name}.${extension}`;
      const text = sources[`/${file}`];
      if (text !== undefined) return { file, text: text.trimEnd() };
    }
  }
  return undefined;
}

/** The kind that gives a variant its hue and shape; a family's name is its kind where nothing says otherwise. */
export function kindOf(experiment: string, variant: string) {
  const known = loadVocabulary().experiments[experiment]?.variants[variant]?.kind;
  if (known) return known;
  return variant.startsWith('process') ? 'process' : variant.startsWith('thread') ? 'thread' : 'sequential';
}
