/** The sandboxes that `npm run bake` wrote: text files per experiment, read by the page, the zip and the embed. */
import { z } from 'zod';
import { filesIn, readText } from './read-file.ts';

const sandboxSchema = z.strictObject({
  experiment: z.string(),
  title: z.string(),
  hash: z.string(),
  files: z.record(z.string(), z.string()),
});
export type BakedSandbox = z.infer<typeof sandboxSchema>;

export function loadSandboxes(): BakedSandbox[] {
  return filesIn('.cache/sandboxes', '*.json').map((file) => sandboxSchema.parse(JSON.parse(readText(file) ?? '')));
}

export function loadSandbox(experiment: string): BakedSandbox | undefined {
  return loadSandboxes().find((sandbox) => sandbox.experiment === experiment);
}
