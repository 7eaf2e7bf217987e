/** Makes of an experiment's Node.js programs a project that runs anywhere: on StackBlitz, or from a zip on one's own machine. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { type DiscoveredExperiment, programFile } from '../harness/definition/discover.ts';
import { plainJavaScript, plainName } from '../runtimes/plain-javascript.ts';

/** A project of text files; the same on the page, in the zip and in the tests. */
export interface Sandbox {
  /** The experiment, or the page, whose programs these are: names the zip and the folder in it. */
  experiment: string;
  title: string;
  /** Of the programs' files alone: says which state of them was baked. */
  hash: string;
  files: Record<string, string>;
}

interface Run {
  label: string;
  file: string;
  runtimeArgs: string[];
  args: string[];
  /** Seconds. */
  limit: number;
}

/** StackBlitz takes text only. */
const textFiles = new Set(['.ts', '.mjs', '.js', '.json', '.html', '.txt']);

/** A program's text as a reader gets it: without types, and what is shared lies in a folder beside it. */
function plainText(path: string, text: string): string {
  if (!path.endsWith('.ts')) return text;
  return plainJavaScript(text).replaceAll("'../../_shared/node/", "'./_shared/");
}

/** Text files of a folder, by the path that a reader gets them under: `thread.ts` becomes `thread.mjs`. */
function readTexts(folder: string, prefix = ''): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !textFiles.has(extname(entry.name))) continue;
    const path = join(entry.parentPath, entry.name);
    const name = prefix + path.slice(folder.length + 1);
    texts[plainName(name)] = plainText(path, readFileSync(path, 'utf8'));
  }
  return texts;
}

/** Without what needs a package from a registry, and what imports that: a sandbox installs none. */
function withoutPackages(texts: Record<string, string>): Record<string, string> {
  const imports = (text: string) => [...text.matchAll(/ from '([^']+)'/g)].map(([, from = '']) => from);
  const needs = new Set(
    Object.keys(texts).filter((name) => imports(texts[name] ?? '').some((from) => !/^(node:|\.)/.test(from))),
  );
  const lacks = ([, text]: [string, string]) => !imports(text).some((from) => needs.has(from.replace('./', '')));
  return Object.fromEntries(Object.entries(texts).filter((entry) => !needs.has(entry[0]) && lacks(entry)));
}

/** The programs, and of the shared files those that one of them names. */
function readPrograms(folder: string): Record<string, string> {
  const programs = withoutPackages(readTexts(folder));
  const shared = readTexts(join(dirname(dirname(folder)), '_shared', 'node'), '_shared/');
  const named = Object.entries(shared).filter(([name]) =>
    Object.values(programs).some((text) => text.includes(`'./${name}'`)),
  );
  return { ...programs, ...Object.fromEntries(named) };
}

/** Every variant that has a Node.js program, in the quick cases: where hosts may die in all of them, else in the first. */
function runsOf(experiment: DiscoveredExperiment): Run[] {
  const { definition } = experiment;
  const inNode = (list: string[] | undefined) => !list || list.includes('node');
  const cases = Object.entries(definition.cases).filter(
    ([, { quick, languages, runtimes }]) => quick && inNode(languages) && inNode(runtimes),
  );
  const asked = definition.mayDie ? cases : cases.slice(0, 1);
  return asked.flatMap(([, { label, args, variants }]) =>
    Object.entries(definition.variants).flatMap(([id, variant]) => {
      if (variants && !variants.includes(id)) return [];
      if (!inNode(variant.languages) || !inNode(variant.runtimes)) return [];
      const program = programFile(experiment, id, { id: 'node', language: 'node' });
      return program
        ? [
            {
              label: `${variant.label}, ${label}`,
              file: plainName(basename(program)),
              runtimeArgs: variant.runtimeArgs ?? [],
              args: [...args, ...(variant.args ?? [])],
              limit: definition.timeLimit,
            },
          ]
        : [];
    }),
  );
}

function readme(id: string, title: string, hash: string, page: string): string {
  return `# ${title}

The Node.js programs of the experiment \`${id}\`, the very files that were measured, their types blanked out.
The page they belong to, with the verdicts and the recorded figures: ${page}

    npm start            runs every program and prints what it found
    node thread.mjs      runs one; its arguments are in its first lines

Figures are worth comparing only on your own machine. A browser's emulation of processes is not the operating system's.

Content hash: ${hash}
`;
}

/**
 * @param page address of the page that the README links back to
 * @returns undefined when the experiment has no Node.js programs
 */
export function bakeSandbox(experiment: DiscoveredExperiment, page: string): Sandbox | undefined {
  const { id, definition, folder } = experiment;
  const runs = runsOf(experiment);
  if (runs.length === 0) return undefined;
  const programs = readPrograms(join(folder, 'node'));
  const hash = createHash('sha256').update(JSON.stringify(programs)).digest('hex');
  const project = {
    name: `thread-or-process-${id}`,
    version: '1.0.0',
    private: true,
    type: 'module',
    scripts: { start: 'node run-all.mjs' },
    engines: { node: '>=18' },
  };
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  return {
    experiment: id,
    title: definition.title,
    hash,
    files: {
      ...programs,
      'README.md': readme(id, definition.title, hash, page),
      'experiment.json': json({ experiment: id, title: definition.title, hash, runs }),
      'package.json': json(project),
      'run-all.mjs': readFileSync(join(import.meta.dirname, 'run-all.mjs'), 'utf8'),
    },
  };
}
