/**
 * All that the pages are made from, read once per build: the ledger, the results of this machine and of the reference
 * machines, and the hand-written data.
 */
import { basename, join, relative } from 'node:path';
import { type Calibration, parseCalibration } from '../measurement/calibration.ts';
import { ledgerSchema } from '../measurement/claim.ts';
import { type EvidenceFile, evidenceFrom, type Origin } from '../measurement/evidence.ts';
import { parseResults } from '../measurement/parse.ts';
import type { Vocabulary } from '../measurement/results.ts';
import { measuredRuntimes } from '../measurement/runtimes.ts';
import { whyStale } from '../measurement/staleness.ts';
import { filesIn, readText, readYaml, root, sha256Of } from './read-file.ts';
import {
  bibliographySchema,
  decisionsSchema,
  errorsSchema,
  glossarySchema,
  homeSchema,
  publishedSchema,
  questionsSchema,
} from './schemas.ts';

/** Computes a value at the first call and keeps it for the build. */
function once<Value>(read: () => Value): () => Value {
  let kept: { value: Value } | undefined;
  return () => {
    kept ??= { value: read() };
    return kept.value;
  };
}

export const loadLedger = once(() => readYaml('content/claims.yaml', ledgerSchema));
export const loadGlossary = once(() => readYaml('content/glossary.yaml', glossarySchema));
export const loadBibliography = once(() => readYaml('content/bibliography.yaml', bibliographySchema));
export const loadPublished = once(() => readYaml('content/published.yaml', publishedSchema));
export const loadErrors = once(() => readYaml('content/errors.yaml', errorsSchema));
export const loadDecisions = once(() => readYaml('content/decisions.yaml', decisionsSchema));
export const loadHome = once(() => readYaml('content/home.yaml', homeSchema));
export const loadQuestions = once(() => readYaml('content/questions.yaml', questionsSchema));

/** Where results lie. The environment variable lets a test build the site on other results than the committed ones. */
const resultsFolder = relative(root, process.env.RESULTS_FOLDER ?? 'content/results');

export interface ResultsFile extends EvidenceFile {
  /** Name of the file without `.json`, unique among all: the raw data's address. */
  name: string;
}

function readResults(origin: Origin): ResultsFile[] {
  return filesIn(join(resultsFolder, origin), '*.json').map((file) => {
    const results = parseResults(readText(file) ?? '', file);
    return {
      results,
      origin,
      stale: (cell) => whyStale(cell, results, { sha256Of }),
      name: `${origin}-${basename(file, '.json')}`,
    };
  });
}

/** This machine's results first, then the reference machines'. */
export const loadResults = once(() => [...readResults('local'), ...readResults('reference')]);

export const loadEvidence = once(() => evidenceFrom(loadResults()));

/** The experiments' words and every runtime's id, over all results. */
export const loadVocabulary = once(() => {
  const experiments: Record<string, Vocabulary> = {};
  const runtimes = new Set<string>(measuredRuntimes);
  for (const { results } of loadResults()) {
    for (const [id, words] of Object.entries(results.experiments)) experiments[id] ??= words;
    for (const runtime of results.runtimes) runtimes.add(runtime.id);
  }
  return { experiments, runtimes };
});

/** What `npm run calibrate` wrote and somebody committed; undefined before that. */
export const loadCalibration = once((): Calibration | undefined => {
  const file = 'content/results/calibration.json';
  const text = readText(file);
  return text === undefined ? undefined : parseCalibration(text, file);
});
