/** `npm run preview`: serves the built site. */
import { join, resolve } from 'node:path';
import { port, words } from './command/command-options.ts';
import { defineCommand } from './command/define-command.ts';
import { openSite } from './site/open-site.ts';

const root = join(import.meta.dirname, '..');

export default defineCommand({
  name: 'npm run preview',
  summary: 'Serves what is built.',
  options: {
    port,
    folder: { value: '<path>', help: 'the built site (dist)', read: words, default: 'dist' },
  },
  async run({ port, folder }) {
    await openSite(resolve(root, folder), port);
  },
});
