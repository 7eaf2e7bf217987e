/** `npm run bake`: makes the sandbox of every experiment that has Node.js programs. */
import { defineCommand } from './command/define-command.ts';
import { bakeAll } from './sandbox/bake-all.ts';

export default defineCommand({
  name: 'npm run bake',
  summary: 'Makes the sandbox of every experiment that has Node.js programs.',
  options: {},
  async run() {
    console.log(`Sandboxes: ${(await bakeAll()).join(', ')}`);
  },
});
