/** The sandboxes that `npm run bake` wrote: text files per experiment, read by the page, the zip and the embed. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from './read-file.ts';

const sandboxSchema = z.strictObject({
  experiment: z.string(),
  title: z.string(),
  hash: z.string(),
  files: z.record(z.string(), z.string()),
});
export type BakedSandbox = z.infer<typeof sandboxSchema>;

const folder = join(root, '.cache/sandboxes');

export function loadSandboxes(): BakedSandbox[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => sandboxSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
}

export function loadSandbox(experiment: string): BakedSandbox | undefined {
  return loadSandboxes().find((sandbox) => sandbox.experiment === experiment);
}
