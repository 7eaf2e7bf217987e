/** The sandboxes that `npm run bake` wrote: text files per experiment, read by the page, the zip and the embed. */
import { z } from 'zod';
import { once } from './once.ts';
import { filesIn, readText } from './read-file.ts';

const sandboxSchema = z.strictObject({
  experiment: z.string(),
  title: z.string(),
  hash: z.string(),
  files: z.record(z.string(), z.string()),
});
export type BakedSandbox = z.infer<typeof sandboxSchema>;

export const loadSandboxes = once('sandboxes', (): BakedSandbox[] =>
  filesIn('.cache/sandboxes', '*.json').map((file) => sandboxSchema.parse(JSON.parse(readText(file) ?? ''))),
);

export function loadSandbox(experiment: string): BakedSandbox | undefined {
  return loadSandboxes().find((sandbox) => sandbox.experiment === experiment);
}
