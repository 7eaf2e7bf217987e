/** `npm run build`: measures what is missing or stale, bakes the sandboxes, renders the pages and indexes them. */
import { defineCommand } from './command/define-command.ts';
import { choosingOptions, toMeasureOptions, unlessUnmeasured } from './harness/terminal/measure-options.ts';
import { buildSite } from './site/build-site.ts';

export default defineCommand({
  name: 'npm run build',
  summary: 'Measures what is missing or stale, bakes the sandboxes, renders the pages and indexes them for search.',
  options: { ...choosingOptions, 'no-measure': { help: 'build from what is measured already' } },
  notes: 'The site is made beside dist/ and moved there at the end: a build that fails leaves the old one as it was.',
  async run({ 'no-measure': unmeasured, ...chosen }) {
    await buildSite(unlessUnmeasured(unmeasured, chosen, toMeasureOptions(chosen)));
  },
});
