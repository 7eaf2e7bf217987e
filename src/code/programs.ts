/** The programs as text: exactly the files that were measured. */
import { loadResults, loadVocabulary } from '../evidence/load.ts';
import { type Language, programOf, runtimeRow } from '../measurement/runtimes.ts';

/** Rendering reads a program's text and nothing else of `scripts/`. */
const sources = import.meta.glob<string>('/scripts/experiments/*/*/[!_]*.*', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export interface Program {
  /** From the project's root. */
  file: string;
  text: string;
}

/**
 * The language a runtime's programs are written in.
 * @throws Error for a runtime that neither the table nor any results know
 */
export function languageOf(runtime: string): Language {
  const measured = loadResults().flatMap(({ results }) => results.runtimes);
  const language = runtimeRow(runtime)?.language ?? measured.find(({ id }) => id === runtime)?.language;
  if (language) return language;
  throw new Error(
    `expected a runtime of src/measurement/runtimes.ts or of the results, found "${runtime}": add a row, or correct the name`,
  );
}

/** The program a runtime runs for a variant; undefined when the experiment has none. */
export function programText(experiment: string, runtime: string, variant: string): Program | undefined {
  const folder = `scripts/experiments/${experiment}`;
  const path = programOf(
    variant,
    { id: runtime, language: languageOf(runtime) },
    (file) => sources[`/${folder}/${file}`] !== undefined,
  );
  const text = path && sources[`/${folder}/${path}`];
  return text === undefined ? undefined : { file: `${folder}/${path}`, text: text.trimEnd() };
}

/** The kind that gives a variant its hue and shape; a family's name is its kind where nothing says otherwise. */
export function kindOf(experiment: string, variant: string) {
  const known = loadVocabulary().experiments[experiment]?.variants[variant]?.kind;
  if (known) return known;
  return variant.startsWith('process') ? 'process' : variant.startsWith('thread') ? 'thread' : 'sequential';
}
