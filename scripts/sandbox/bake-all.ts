/**
 * Bakes what pages need: a sandbox for each experiment and for each page that prints programs, into `.cache/sandboxes/`, and
 * the experiments' words into one file.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { discoverExperiments } from '../harness/definition/discover.ts';
import { vocabularyOf } from '../harness/definition/experiment-vocabulary.ts';
import { bakePages } from './bake-page.ts';
import { bakeSandbox } from './bake-sandbox.ts';

const root = join(import.meta.dirname, '../..');

/** @returns the names of the sandboxes that there are now */
export async function bakeAll(): Promise<string[]> {
  const folder = join(root, '.cache/sandboxes');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const site = process.env.SITE_URL ?? 'https://thread-or-process.example';
  const baked: string[] = [];
  const experiments = await discoverExperiments(join(root, 'scripts/experiments'));
  const words = Object.fromEntries(
    experiments.map((experiment) => [experiment.id, vocabularyOf(experiment.definition)]),
  );
  writeFileSync(join(root, '.cache/experiments.json'), JSON.stringify(words));
  const ofExperiments = experiments.flatMap((one) => bakeSandbox(one, `${site}/claims/${one.id}/`) ?? []);
  for (const sandbox of [...ofExperiments, ...bakePages(root, site)]) {
    writeFileSync(join(folder, `${sandbox.experiment}.json`), JSON.stringify(sandbox));
    baked.push(sandbox.experiment);
  }
  return baked;
}
