/**
 * Repeats a style rule for every runtime of the switch: a selector that names the runtime `each-runtime` stands for as many
 * selectors as the switch has buttons. Without it a new runtime would show everybody's figures at once.
 */
import { switchRuntimes } from '../measurement/runtimes.ts';

const PLACEHOLDER = 'each-runtime';

/** A PostCSS plugin; https://postcss.org/docs/writing-a-postcss-plugin */
export const eachRuntime = {
  postcssPlugin: PLACEHOLDER,
  Rule(rule: { selectors: string[] }): void {
    if (!rule.selectors.some((selector) => selector.includes(PLACEHOLDER))) return;
    rule.selectors = rule.selectors.flatMap((selector) =>
      selector.includes(PLACEHOLDER)
        ? switchRuntimes.map(({ id }) => selector.replaceAll(PLACEHOLDER, id))
        : [selector],
    );
  },
};
