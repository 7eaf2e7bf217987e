/** `npm start`: builds the site, measuring for at most two minutes, and serves it on 127.0.0.1. */
import { port } from './command/command-options.ts';
import { defineCommand } from './command/define-command.ts';
import { choosingOptions, toStartOptions, unlessUnmeasured } from './harness/terminal/measure-options.ts';
import { buildSite } from './site/build-site.ts';
import { checkPort, openSite } from './site/open-site.ts';

export default defineCommand({
  name: 'npm start',
  summary: 'Builds the site, measuring for two minutes at the most, and serves it on 127.0.0.1.',
  options: {
    ...choosingOptions,
    budget: { ...choosingOptions.budget, help: 'of measuring: 90s, 2m, 1h (2m; with --profile full none)' },
    'no-measure': { help: 'build from what is measured already' },
    port,
  },
  notes: 'What does not fit into the two minutes is skipped by the next start too: npm run measure measures it.',
  async run({ 'no-measure': unmeasured, port, ...chosen }) {
    const measuring = unlessUnmeasured(unmeasured, chosen, toStartOptions(chosen));
    await checkPort(port);
    const folder = await buildSite(measuring);
    await openSite(folder, port);
  },
});
