/** `npm run verdicts`: records which verdicts have changed. The site's feed is made from the record. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineCommand } from './command/define-command.ts';
import { recordVerdicts } from './site/record-verdicts.ts';

export default defineCommand({
  name: 'npm run verdicts',
  summary: 'Records which verdicts of the committed results have changed, for the feed of changes.',
  options: { check: { help: 'only list them; exit code 1 if there are any' } },
  async run({ check }) {
    const { file, text, changes } = recordVerdicts(new Date());
    for (const { claim, runtime, verdict, was, says } of changes) {
      console.log(`${claim} in ${runtime}: ${verdict}${was === undefined ? '' : `, was ${was}`}. ${says}`);
    }
    console.log(`${changes.length} changed.`);
    if (check) return changes.length > 0 ? 1 : 0;
    writeFileSync(join(import.meta.dirname, '..', file), text);
    return 0;
  },
});
