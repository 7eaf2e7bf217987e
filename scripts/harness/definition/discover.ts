/** Finds experiments and their programs where they lie: a folder with an `experiment.ts` is an experiment. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Language } from '../../runtimes/runtime.ts';
import { InputError } from '../input-error.ts';
import type { Experiment } from './experiment.ts';
import { experimentProblems, isExperiment } from './experiment-schema.ts';

const EXTENSIONS: Record<Language, string> = { node: '.ts', python: '.py', c: '.c', browser: '.ts' };

/** Program files of one language by name, without the extension: `process.fork`, `thread`. */
type Programs = Map<string, string>;

export interface DiscoveredExperiment {
  id: string;
  /** Absolute path. */
  folder: string;
  definition: Experiment;
  programs: Map<Language, Programs>;
}

function programsIn(folder: string, extension: string): Programs {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(extension) && !entry.name.startsWith('_'))
    .map((entry) => entry.name)
    .sort();
  return new Map(files.map((file) => [basename(file, extension), join(folder, file)]));
}

/** The program of a variant: its own, else its family's (`process` for `process.fork`). */
export function programOf(variant: string, programs: Programs): string | undefined {
  for (let name = variant; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('.')))) {
    const program = programs.get(name);
    if (program) return program;
  }
  return undefined;
}

function programProblems(experiment: DiscoveredExperiment): string[] {
  const variants = Object.keys(experiment.definition.variants);
  const all = [...experiment.programs.values()];
  const orphans = all
    .flatMap((programs) => [...programs])
    .filter(([, file]) => !variants.some((variant) => all.some((programs) => programOf(variant, programs) === file)))
    .map(
      ([name, file]) =>
        `${relative(experiment.folder, file)}: no variant uses "${name}"; name it after one of ${variants.join(', ')}, or start its name with _`,
    );
  const without = variants
    .filter((variant) => all.every((programs) => programOf(variant, programs) === undefined))
    .map((variant) => `variants.${variant}: no program in any language; expected e.g. python/${variant}.py`);
  return [...orphans, ...without];
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
  const languages = Object.entries(EXTENSIONS) as [Language, string][];
  const experiment = {
    id: basename(folder),
    folder,
    definition: exported,
    programs: new Map(
      languages.map(([language, extension]) => [language, programsIn(join(folder, language), extension)]),
    ),
  };
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
