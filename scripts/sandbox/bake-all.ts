/** Bakes what pages need of the experiments: a sandbox each into `.cache/sandboxes/`, and their words into one file. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { discoverExperiments } from '../harness/definition/discover.ts';
import { vocabularyOf } from '../harness/definition/vocabulary.ts';
import { bakeSandbox } from './bake-sandbox.ts';

const root = join(import.meta.dirname, '../..');

/** @returns the experiments that have a sandbox now */
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
  for (const experiment of experiments) {
    const sandbox = bakeSandbox(experiment, `${site}/claims/${experiment.id}/`);
    if (!sandbox) continue;
    writeFileSync(join(folder, `${experiment.id}.json`), JSON.stringify(sandbox));
    baked.push(experiment.id);
  }
  return baked;
}
