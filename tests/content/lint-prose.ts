/** Prose against the site's own word list, by textlint. */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { TextlintKernel } from '@textlint/kernel';

type Options = Parameters<TextlintKernel['lintText']>[1];
type Rule = NonNullable<Options['rules']>[number]['rule'];
type Plugin = NonNullable<Options['plugins']>[number]['plugin'];

// Both are CommonJS whose `default` an import would wrap once more, and the rule has no types.
const require = createRequire(import.meta.url);
const { default: prh }: { default: Rule } = require('textlint-rule-prh');
const { default: plainText }: { default: Plugin } = require('@textlint/textlint-plugin-text');

const wordList = fileURLToPath(new URL('../../content/words.yml', import.meta.url));
const kernel = new TextlintKernel();

/** @returns what was found and what to write instead, a line each: `line 12: in order to => to` */
export async function lintProse(text: string): Promise<string[]> {
  const { messages } = await kernel.lintText(text, {
    ext: '.txt',
    plugins: [{ pluginId: 'text', plugin: plainText }],
    rules: [{ ruleId: 'prh', rule: prh, options: { rulePaths: [wordList] } }],
  });
  return messages.map(({ loc, message }) => `line ${loc.start.line}: ${message}`);
}
