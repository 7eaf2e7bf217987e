/** Bakes the sandbox of every experiment into `.cache/sandboxes/`, where the pages read it. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { discoverExperiments } from '../harness/definition/discover.ts';
import { bakeSandbox } from './bake-sandbox.ts';

const root = join(import.meta.dirname, '../..');

/** @returns the experiments that have a sandbox now */
export async function bakeAll(): Promise<string[]> {
  const folder = join(root, '.cache/sandboxes');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const site = process.env.SITE_URL ?? 'https://thread-or-process.example';
  const baked: string[] = [];
  for (const experiment of await discoverExperiments(join(root, 'scripts/experiments'))) {
    const sandbox = bakeSandbox(experiment, `${site}/claims/${experiment.id}/`);
    if (!sandbox) continue;
    writeFileSync(join(folder, `${experiment.id}.json`), JSON.stringify(sandbox));
    baked.push(experiment.id);
  }
  return baked;
}
