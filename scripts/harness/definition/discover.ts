/** Finds experiments and their programs by path: a folder with an `experiment.ts` is an experiment. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join, parse } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  LANGUAGES,
  type Language,
  type ProgramRuntime,
  programOf,
  RUNTIMES,
} from '../../../src/measurement/runtimes.ts';
import { InputError } from '../input-error.ts';
import type { Experiment } from './experiment.ts';
import { experimentProblems, isExperiment } from './experiment-schema.ts';

export interface DiscoveredExperiment {
  id: string;
  /** Absolute path. */
  folder: string;
  definition: Experiment;
  /** Program files as paths in the folder: `python/process.fork.py`. */
  programs: ReadonlySet<string>;
}

/** The folders that programs may lie in: a language's, or one runtime's own. */
const FOLDERS: Readonly<Record<string, Language>> = {
  ...Object.fromEntries(Object.entries(RUNTIMES).map(([id, { language }]) => [id, language])),
  ...Object.fromEntries(Object.keys(LANGUAGES).map((language) => [language, language as Language])),
};

function programsIn(experiment: string): string[] {
  return Object.entries(FOLDERS).flatMap(([name, language]) => {
    const folder = join(experiment, name);
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('_'))
      .filter((entry) => entry.name.endsWith(LANGUAGES[language].extension))
      .map((entry) => `${name}/${entry.name}`)
      .sort();
  });
}

/** Absolute path of the program that a runtime runs for a variant; undefined where the experiment has none. */
export function programFile(
  { folder, programs }: DiscoveredExperiment,
  variant: string,
  runtime: ProgramRuntime,
): string | undefined {
  const path = programOf(variant, runtime, (file) => programs.has(file));
  return path && join(folder, path);
}

function programProblems({ folder, definition, programs }: DiscoveredExperiment): string[] {
  const variants = Object.keys(definition.variants);
  const used = variants.map((variant) =>
    Object.entries(FOLDERS).flatMap(
      ([id, language]) => programOf(variant, { id, language }, (file) => programs.has(file)) ?? [],
    ),
  );
  const orphans = [...programs]
    .filter((file) => !used.flat().includes(file))
    .map(
      (file) =>
        `${file}: no variant uses "${parse(file).name}"; name it after one of ${variants.join(', ')}, or start its name with _`,
    );
  const without = variants
    .filter((_, index) => used[index]?.length === 0)
    .map((variant) => `variants.${variant}: no program in any language; expected e.g. python/${variant}.py`);
  const strangers = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^[_.]/.test(entry.name) && !Object.hasOwn(FOLDERS, entry.name))
    .map(
      ({ name }) =>
        `${name}/: expected a language or a runtime of src/measurement/runtimes.ts; rename it, add a row there, or start its name with _`,
    );
  return [...orphans, ...without, ...strangers];
}

async function readExperiment(folder: string): Promise<DiscoveredExperiment> {
  const file = join(folder, 'experiment.ts');
  const refuse = (problems: string[]): never => {
    throw new InputError(
      `${file} is not a valid experiment:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
  };
  let exported: unknown;
  try {
    exported = ((await import(pathToFileURL(file).href)) as { default?: unknown }).default;
  } catch (error) {
    return refuse([`it could not be loaded: ${error instanceof Error ? error.message : String(error)}`]);
  }
  if (!isExperiment(exported)) return refuse(experimentProblems(exported));
  const experiment = { id: basename(folder), folder, definition: exported, programs: new Set(programsIn(folder)) };
  const problems = programProblems(experiment);
  return problems.length === 0 ? experiment : refuse(problems);
}

/**
 * Every experiment under `root`, in their stated order.
 * @throws InputError naming the file and every problem in it.
 */
export async function discoverExperiments(root: string): Promise<DiscoveredExperiment[]> {
  if (!existsSync(root)) throw new InputError(`No experiments: expected a folder ${root}.`);
  const folders = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, 'experiment.ts')))
    .map((entry) => join(root, entry.name))
    .sort();
  const experiments = await Promise.all(folders.map(readExperiment));
  return experiments.sort((a, b) => a.definition.order - b.definition.order || a.id.localeCompare(b.id));
}
