/** `npm run bake`: makes the sandboxes of experiments and pages. */
import { defineCommand } from './command/define-command.ts';
import { bakeAll } from './sandbox/bake-all.ts';

export default defineCommand({
  name: 'npm run bake',
  summary: 'Makes the sandboxes of experiments and pages.',
  options: {},
  async run() {
    console.log(`Sandboxes: ${(await bakeAll()).join(', ')}`);
  },
});
