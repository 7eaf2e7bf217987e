/**
 * The languages and runtimes of the project, each in one place. Schema, plans, switch and its styles, search, highlighting and
 * tests are made from these two tables: a runtime that is missing from one of them is missing nowhere else.
 */

interface LanguageRow {
  /** Of the programs, with the dot. */
  extension: string;
  /** What the highlighter calls it. */
  grammar: string;
}

/** By the name of the folder, in an experiment, that holds the language's programs. */
export const LANGUAGES = {
  node: { extension: '.ts', grammar: 'typescript' },
  python: { extension: '.py', grammar: 'python' },
  c: { extension: '.c', grammar: 'c' },
  perl: { extension: '.pl', grammar: 'perl' },
  browser: { extension: '.ts', grammar: 'typescript' },
} as const satisfies Record<string, LanguageRow>;

export type Language = keyof typeof LANGUAGES;

interface RuntimeRow {
  /** As a reader sees it. Versions are measured, never written here. */
  label: string;
  /** For a button on a phone. Default: the label. */
  short?: string;
  language: Language;
  /** True where one lock lets a single thread of a process run the language's code at a time. */
  lock: boolean;
  /**
   * Who measures it: `every` experiment that has programs for it, those that `name` it, or `readers` in their browser.
   */
  measuredBy: 'every' | 'name' | 'readers';
  /** In the switch, in the order of this table; then also judged by every claim that does not say otherwise. */
  inSwitch: boolean;
  /** How prose names it: for the search's filter. Absent: no filter of its own. */
  named?: RegExp;
}

export const RUNTIMES = {
  node: { label: 'Node.js', language: 'node', lock: false, measuredBy: 'every', inSwitch: true, named: /Node\.js/g },
  cpython: {
    label: 'CPython',
    language: 'python',
    lock: true,
    measuredBy: 'every',
    inSwitch: true,
    named: /Python|NumPy/g,
  },
  'cpython-ft': {
    label: 'CPython, free-threaded',
    short: 'free-threaded',
    language: 'python',
    lock: false,
    measuredBy: 'every',
    inSwitch: true,
    named: /free-threaded/g,
  },
  'cpython-gil': {
    label: 'CPython, the same version with its lock',
    language: 'python',
    lock: true,
    measuredBy: 'name',
    inSwitch: false,
  },
  c: { label: 'C', language: 'c', lock: false, measuredBy: 'every', inSwitch: true, named: /\bC\b/g },
  perl: { label: 'Perl', language: 'perl', lock: false, measuredBy: 'every', inSwitch: false },
  browser: {
    label: 'browsers',
    language: 'browser',
    lock: false,
    measuredBy: 'readers',
    inSwitch: false,
    named: /\bbrowsers?\b|Chromium/gi,
  },
} as const satisfies Record<string, RuntimeRow>;

export type RuntimeId = keyof typeof RUNTIMES;

const isRuntimeId = (id: string): id is RuntimeId => Object.hasOwn(RUNTIMES, id);

/**
 * The row of a runtime. Undefined for one that has none: an experiment may ask for every version that a machine has
 * (`every-python`), and the results then say what each of them is.
 */
export function runtimeRow(id: string): Readonly<RuntimeRow> | undefined {
  return isRuntimeId(id) ? RUNTIMES[id] : undefined;
}

const idsWhere = (holds: (row: RuntimeRow) => boolean): RuntimeId[] =>
  Object.keys(RUNTIMES).filter((id): id is RuntimeId => isRuntimeId(id) && holds(RUNTIMES[id]));

/** What a machine can measure, in the order of the table. */
export const measuredRuntimes = idsWhere(({ measuredBy }) => measuredBy !== 'readers');

/** What an experiment measures that names no runtimes. */
export const defaultRuntimes = idsWhere(({ measuredBy }) => measuredBy === 'every');

/** The runtimes of the switch, in its order. */
export const switchRuntimes = idsWhere(({ inSwitch }) => inSwitch).map((id) => {
  const row: RuntimeRow = RUNTIMES[id];
  return { id, label: row.label, short: row.short ?? row.label };
});

/** The languages that tutorials are written in, each with the switch's runtimes that run it. */
export const readerLanguages = [
  { id: 'node', label: 'Node.js' },
  { id: 'python', label: 'Python' },
].map((language) => ({
  ...language,
  runtimes: switchRuntimes.map(({ id }) => id).filter((id) => RUNTIMES[id].language === language.id),
}));

/** What the search can filter by. */
export const searchRuntimes = idsWhere(({ named }) => named !== undefined).map((id) => {
  const { label, language, named = /$^/g }: RuntimeRow = RUNTIMES[id];
  return { id, label, language, named };
});

/** Which runtime a program is wanted for. */
export interface ProgramRuntime {
  id: string;
  language: Language;
}

/**
 * The file of a variant's program, as a path in the experiment's folder; undefined where there is none.
 *
 * A variant with a dot is a method of its family: `process.fork` is `process.fork.py` if that exists, else `process.py`. Each
 * name is looked up in the runtime's own folder first (`cpython-3.14/`), then in its language's (`python/`).
 *
 * @param exists whether the experiment has a file of this path
 */
export function programOf(
  variant: string,
  { id, language }: ProgramRuntime,
  exists: (path: string) => boolean,
): string | undefined {
  const { extension } = LANGUAGES[language];
  for (let name = variant; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('.')))) {
    const path = [id, language].map((folder) => `${folder}/${name}${extension}`).find(exists);
    if (path !== undefined) return path;
  }
  return undefined;
}
