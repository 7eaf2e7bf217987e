/** What `npm run bake` wrote: the files of each sandbox, by experiment. */
import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../.cache/sandboxes/', import.meta.url);

export function bakedSandboxes(): Map<string, Record<string, string>> {
  const sandboxes = new Map<string, Record<string, string>>();
  for (const file of readdirSync(folder)) {
    const { experiment, files } = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    sandboxes.set(experiment, files);
  }
  if (sandboxes.size === 0)
    throw new Error('Expected baked sandboxes in .cache/sandboxes, found none. Run "npm run bake".');
  return sandboxes;
}
