/** The ledger as the scripts read it: its names checked against the experiments as they are defined now. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Claim } from '../../../src/measurement/claim.ts';
import { parseLedger } from '../../../src/measurement/ledger.ts';
import { discoverExperiments } from './discover.ts';
import { vocabularyOf } from './experiment-vocabulary.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const LEDGER = 'content/claims.yaml';

/** @throws MalformedFile naming line, what was expected, what was found and the nearest; InputError for an invalid experiment */
export async function readLedger(): Promise<Claim[]> {
  const experiments = await discoverExperiments(join(ROOT, 'scripts', 'experiments'));
  const names = Object.fromEntries(experiments.map(({ id, definition }) => [id, vocabularyOf(definition)]));
  return parseLedger(readFileSync(join(ROOT, LEDGER), 'utf8'), LEDGER, names);
}
