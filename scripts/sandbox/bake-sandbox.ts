/**
 * Makes a project that runs anywhere from an experiment's Node.js programs: on StackBlitz, or from a zip on the
 * reader's machine.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { type DiscoveredExperiment, programFile } from '../harness/definition/discover.ts';
import { printedMetrics } from '../harness/definition/experiment-vocabulary.ts';
import { plainName, plainPaths } from '../runtimes/plain-names.ts';
import { takeOutTypes } from './take-out-types.ts';

/** A project of text files; the same on the page, in the zip and in the tests. */
export interface Sandbox {
  /** The experiment, or the page, whose programs these are: names the zip and the folder in it. */
  experiment: string;
  title: string;
  /** Hash of the programs' files alone: says which state of them was baked. */
  hash: string;
  files: Record<string, string>;
}

interface Run {
  /** Of the variant. */
  label: string;
  file: string;
  runtimeArgs: string[];
  args: string[];
  /** Seconds. */
  limit: number;
}

/** StackBlitz takes text only. */
const textFiles = new Set(['.ts', '.mjs', '.js', '.json', '.html', '.txt']);

/** Of Node.js: `import.meta.filename` came with it. */
const OLDEST_NODE = '20.11.0';

/** A program's text as a reader gets it: without types, and what is shared lies in a folder beside it. */
function plainText(path: string, text: string): string {
  const plain = path.endsWith('.ts') ? plainPaths(takeOutTypes(text)) : text;
  return plain.replaceAll("'../../_shared/node/", "'./_shared/");
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

/** Without what needs a package from a registry, and what imports it: a sandbox installs nothing. */
function withoutPackages(texts: Record<string, string>): Record<string, string> {
  const imports = (text: string) => [...text.matchAll(/ from '([^']+)'/g)].map(([, from = '']) => from);
  const needs = new Set(
    Object.keys(texts).filter((name) => imports(texts[name] ?? '').some((from) => !/^(node:|\.)/.test(from))),
  );
  const lacks = ([, text]: [string, string]) => !imports(text).some((from) => needs.has(from.replace('./', '')));
  return Object.fromEntries(Object.entries(texts).filter((entry) => !needs.has(entry[0]) && lacks(entry)));
}

/** The programs, and the shared files that one of them names. File names in comments are those of the sandbox. */
function readPrograms(folder: string): Record<string, string> {
  const programs = withoutPackages(readTexts(folder));
  const shared = readTexts(join(dirname(dirname(folder)), '_shared', 'node'), '_shared/');
  const named = Object.entries(shared).filter(([name]) =>
    Object.values(programs).some((text) => text.includes(`'./${name}'`)),
  );
  const files = Object.entries({ ...programs, ...Object.fromEntries(named) });
  const renamed = new Set(files.map(([name]) => basename(name)));
  const mention = /(?<![\w./-])([\w.-]+)\.ts\b/g;
  return Object.fromEntries(
    files.map(([name, text]) => [
      name,
      text.replace(mention, (found, stem: string) => (renamed.has(`${stem}.mjs`) ? `${stem}.mjs` : found)),
    ]),
  );
}

/** Every variant that has a Node.js program, by quick case: where hosts may die all of these, else the first. */
function casesOf(experiment: DiscoveredExperiment): { label: string; runs: Run[] }[] {
  const { definition } = experiment;
  const inNode = (list: string[] | undefined) => !list || list.includes('node');
  const cases = Object.values(definition.cases).flatMap(({ label, args, variants, quick, languages, runtimes }) => {
    if (!quick || !inNode(languages) || !inNode(runtimes)) return [];
    const runs = Object.entries(definition.variants).flatMap(([id, variant]): Run[] => {
      if (variants && !variants.includes(id)) return [];
      if (!inNode(variant.languages) || !inNode(variant.runtimes)) return [];
      const program = programFile(experiment, id, { id: 'node', language: 'node' });
      if (!program) return [];
      return [
        {
          label: variant.label,
          file: plainName(basename(program)),
          runtimeArgs: variant.runtimeArgs ?? [],
          args: [...args, ...(variant.args ?? [])],
          limit: definition.timeLimit,
        },
      ];
    });
    return runs.length > 0 ? [{ label, runs }] : [];
  });
  return definition.mayDie ? cases : cases.slice(0, 1);
}

function readme(id: string, title: string, hash: string, page: string, first: string): string {
  return `# ${title}

The Node.js programs of the experiment \`${id}\`, the very files that were measured, without their types.
The page they belong to, with the verdicts and the recorded figures: ${page}

    npm start            runs every program, some rounds in turn, and prints what they found
    npm start -- 15      the same in so many rounds
    node ${first}${' '.repeat(Math.max(1, 16 - first.length))}runs one; its arguments are in its first lines

It needs Node.js ${OLDEST_NODE} or later and nothing else. Figures are worth comparing only on your own machine, and only while
nothing else keeps it busy: \`npm start\` says so. A browser's emulation of processes is not the operating system's.

Content hash: ${hash}
`;
}

/**
 * @param page address of the page that the README links back to
 * @returns undefined when the experiment has no Node.js programs
 */
export function bakeSandbox(experiment: DiscoveredExperiment, page: string): Sandbox | undefined {
  const { id, definition, folder } = experiment;
  const cases = casesOf(experiment);
  const first = cases[0]?.runs[0]?.file;
  if (first === undefined) return undefined;
  const { title, question } = definition;
  const programs = readPrograms(join(folder, 'node'));
  const hash = createHash('sha256').update(JSON.stringify(programs)).digest('hex');
  const project = {
    name: `thread-or-process-${id}`,
    version: '1.0.0',
    private: true,
    type: 'module',
    scripts: { start: 'node run-all.mjs' },
    engines: { node: `>=${OLDEST_NODE}` },
  };
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  return {
    experiment: id,
    title: definition.title,
    hash,
    files: {
      ...programs,
      'README.md': readme(id, definition.title, hash, page, first),
      'experiment.json': json({
        experiment: id,
        title,
        question,
        hash,
        mayDie: definition.mayDie ?? false,
        metrics: printedMetrics(definition),
        cases,
      }),
      'package.json': json(project),
      ...Object.fromEntries(
        ['run-all.mjs', 'run/figures.mjs', 'run/host.mjs'].map((file) => [
          file,
          readFileSync(join(import.meta.dirname, file), 'utf8'),
        ]),
      ),
    },
  };
}
