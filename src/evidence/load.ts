/**
 * Everything that pages are made from, read once per build: the ledger, the results of this machine and of the reference
 * machines, and the hand-written data.
 */
import { basename, join, relative } from 'node:path';
import { z } from 'zod';
import { type Calibration, parseCalibration } from '../measurement/calibration.ts';
import type { EvidenceFile, Origin } from '../measurement/evidence.ts';
import { parseLedger } from '../measurement/ledger.ts';
import { parseResults } from '../measurement/parse.ts';
import type { Results } from '../measurement/results.ts';
import { measuredRuntimes, runtimeRow } from '../measurement/runtimes.ts';
import { whyStale } from '../measurement/staleness.ts';
import { type Vocabulary, vocabularySchema } from '../measurement/vocabulary.ts';
import { once } from './once.ts';
import { filesIn, readText, readYaml, root, sha256Of } from './read-file.ts';
import {
  bibliographySchema,
  decisionsSchema,
  errorsSchema,
  glossarySchema,
  guessesSchema,
  homeSchema,
  publishedSchema,
  questionsSchema,
  type RecordedVerdict,
  verdictHistorySchema,
} from './schemas.ts';

const LEDGER = 'content/claims.yaml';

/** Names are checked by `npm run build`, which knows the experiments: see `readLedger`. */
export const loadLedger = once('ledger', () => parseLedger(readText(LEDGER) ?? '', LEDGER));
export const loadGlossary = once('glossary', () => readYaml('content/glossary.yaml', glossarySchema));
export const loadBibliography = once('bibliography', () => readYaml('content/bibliography.yaml', bibliographySchema));
export const loadPublished = once('published', () => readYaml('content/published.yaml', publishedSchema));
export const loadErrors = once('errors', () => readYaml('content/errors.yaml', errorsSchema));
export const loadDecisions = once('decisions', () => readYaml('content/decisions.yaml', decisionsSchema));
export const loadGuesses = once('guesses', () => readYaml('content/guesses.yaml', guessesSchema));
export const loadHome = once('home', () => readYaml('content/home.yaml', homeSchema));
export const loadQuestions = once('questions', () => readYaml('content/questions.yaml', questionsSchema));

/** The folder of results. With the environment variable, tests build the site from other results than the committed ones. */
const resultsFolder = relative(root, process.env.RESULTS_FOLDER ?? 'content/results');

export interface ResultsFile extends EvidenceFile {
  /** Name of the file without `.json`, unique among all files: part of the raw data's address. */
  name: string;
}

/** Whether an experiment has a program for a runtime, in a folder of the runtime's own or in its language's. */
function hasProgram(experiment: string, runtime: string, { runtimes }: Results): boolean {
  const language = runtimeRow(runtime)?.language ?? runtimes.find(({ id }) => id === runtime)?.language;
  return [runtime, language].some(
    (folder) => folder !== undefined && filesIn(`scripts/experiments/${experiment}/${folder}`, '[!_]*.*').length > 0,
  );
}

function readResults(origin: Origin): ResultsFile[] {
  return filesIn(join(resultsFolder, origin), '*.json').map((file) => {
    const results = parseResults(readText(file) ?? '', file);
    return {
      results,
      origin,
      stale: (cell) => whyStale(cell, results, { sha256Of }),
      hasProgram: (experiment, runtime) => hasProgram(experiment, runtime, results),
      name: `${origin}-${basename(file, '.json')}`,
    };
  });
}

/** This machine's results first, then the reference machines'. */
export const loadResults = once('results', () => [...readResults('local'), ...readResults('reference')]);

/** Runs of readers' browsers. They are shown only under the runner of their experiment. */
export const loadContributed = once('contributed', (): ResultsFile[] =>
  readResults('contributed').map((file) => {
    const { cells, machine } = file.results;
    const other = cells.find(({ runtime }) => runtime !== 'browser');
    if (!other) return file;
    throw new Error(
      `${resultsFolder}/contributed/${file.name.slice('contributed-'.length)}.json: expected runs of a browser alone, found "${other.runtime}" of ` +
        `${machine.label}. What a machine measured belongs into ${resultsFolder}/reference/.`,
    );
  }),
);

/** The experiments as they are defined now, written by `npm run bake`; none before that. */
const loadDefinitions = once('definitions', (): Record<string, Vocabulary> => {
  const text = readText('.cache/experiments.json');
  return text === undefined ? {} : z.record(z.string(), vocabularySchema).parse(JSON.parse(text));
});

/** Names of both; where both have one, the words of `first`. */
function joinWords(first: Vocabulary, second: Vocabulary): Vocabulary {
  return {
    ...first,
    metrics: { ...second.metrics, ...first.metrics },
    cases: { ...second.cases, ...first.cases },
    variants: { ...second.variants, ...first.variants },
  };
}

/**
 * The vocabulary of every experiment and the id of every runtime: from the definitions, and from results that know more. An
 * experiment that nobody has measured yet has its vocabulary too.
 */
export const loadVocabulary = once('vocabulary', () => {
  const experiments: Record<string, Vocabulary> = { ...loadDefinitions() };
  const runtimes = new Set<string>(measuredRuntimes);
  for (const { results } of loadResults()) {
    for (const [id, words] of Object.entries(results.experiments)) {
      const known = experiments[id];
      experiments[id] = known ? joinWords(known, words) : words;
    }
    for (const runtime of results.runtimes) runtimes.add(runtime.id);
  }
  return { experiments, runtimes };
});

export function wordsOf(experiment: string): Vocabulary | undefined {
  return loadVocabulary().experiments[experiment];
}

/** The committed output of `npm run calibrate`; undefined where there is none. */
export const loadCalibration = once('calibration', (): Calibration | undefined => {
  const file = 'content/results/calibration.json';
  const text = readText(file);
  return text === undefined ? undefined : parseCalibration(text, file);
});

export const VERDICT_HISTORY = 'content/results/verdicts.json';

/** Every recorded change of a verdict, the oldest first; none before the first `npm run verdicts`. */
export const loadVerdictHistory = once('verdict history', (): RecordedVerdict[] => {
  const text = readText(VERDICT_HISTORY);
  return text === undefined ? [] : verdictHistorySchema.parse(JSON.parse(text));
});
