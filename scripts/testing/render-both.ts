/**
 * Renders the site twice for the tests: on the reference results, and on the same with thread and process exchanged.
 * The second is rendered under a path as well, since a third rendering for that alone would take as long again.
 */
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseResults } from '../../src/measurement/parse.ts';
import { mirrorResults } from './mirror-results.ts';
import { check, type Manner, type StepOutcome } from './steps.ts';

const root = join(import.meta.dirname, '../..');
const cache = join(root, '.cache');

/** The path that the mirrored site is rendered under. */
export const MIRRORED_BASE = '/thread-or-process/';

/**
 * Copies the committed results, mirrored or not, into a folder that a build can read. This machine's own results play
 * no part in tests.
 */
function writeResults(folder: string, mirrored: boolean): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'reference'), { recursive: true });
  for (const file of globSync('content/results/reference/*.json', { cwd: root })) {
    const results = parseResults(readFileSync(join(root, file), 'utf8'), file);
    const written = mirrored ? mirrorResults(results) : results;
    writeFileSync(join(folder, 'reference', basename(file)), JSON.stringify(written));
  }
}

/** @param name `test-site` or `mirrored-site`: the folder under `.cache/` */
export function renderFor(name: 'test-site' | 'mirrored-site', manner: Manner): Promise<StepOutcome> {
  const results = join(cache, `${name}-results`);
  writeResults(results, name === 'mirrored-site');
  return check(process.execPath, [join(import.meta.dirname, 'render.ts'), join(cache, name)], manner, {
    RESULTS_FOLDER: results,
    SITE_BASE: name === 'mirrored-site' ? MIRRORED_BASE : '/',
  });
}
