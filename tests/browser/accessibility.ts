/** What axe finds in a page as it stands. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Rules whose answer depends on the theme; the others need to be asked once. */
export const THEMED_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * In axe's legacy mode, which leaves out only frames of other origins: our pages have none, and it takes half the time.
 * @param rules these alone; all where it is left out
 */
export async function axeFindings(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
