/** What axe finds in a page as it stands. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** The rule that takes longer than all others together: see `contrast.ts`. */
export const CONTRAST = 'color-contrast';

/**
 * In axe's legacy mode, which leaves out only frames of other origins: our pages have none, and it takes half the time.
 * Axe stays in the page.
 *
 * @param without rules that are asked in another way
 */
export async function axeFindings(page: Page, without: string[] = []): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await axe.disableRules(without).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

interface Found {
  id: string;
  nodes: { target: unknown[]; element: Element }[];
}

/** What is used of axe in a page that it has been in. */
export interface AxeInPage {
  configure(settings: { rules: { id: string; selector: string }[] }): void;
  run(options: object): Promise<{ violations: Found[]; passes: Found[] }>;
}
