/** `npm run new`: writes the first files of an experiment or a page; they run and render as they are. */
import { join } from 'node:path';
import { defineCommand } from './command/define-command.ts';
import { InputError } from './harness/input-error.ts';
import { newExperiment } from './scaffold/new-experiment.ts';
import { newPage } from './scaffold/new-page.ts';
import { writeNew } from './scaffold/write-new.ts';

const root = join(import.meta.dirname, '..');

const KINDS: Readonly<Record<string, typeof newPage>> = { experiment: newExperiment, page: newPage };

export default defineCommand({
  name: 'npm run new',
  summary: 'Writes the first files of an experiment or a page; they run and render as they are.',
  operands: {
    usage: 'experiment <id> | page <folder/name>',
    least: 2,
    most: 2,
    expected: 'what to make, and its name',
  },
  options: {},
  notes:
    'An experiment gets programs in Node.js and Python and the page that shows it. CONTRIBUTING.md says how to go on.',
  async run(_, [kind = '', name = '']) {
    const plan = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
    if (!plan) throw new InputError(`Expected ${Object.keys(KINDS).join(' or ')}, found "${kind}".`);
    const fresh = await plan(root, name);
    writeNew(root, fresh);
    for (const file of Object.keys(fresh.files)) console.log(`[new] ${file}`);
    console.log(fresh.next);
  },
});
