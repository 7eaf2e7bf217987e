/**
 * The contrast of texts, by axe's rule, which takes longer than all of its others together. Pages repeat the same looks
 * thousands of times (menus, programs, tables), so each look is asked for until axe has answered, and then no more.
 */
import type { Page } from '@playwright/test';
import { type AxeInPage, CONTRAST } from './accessibility.ts';

interface Question {
  rules: string[];
  contrast: string;
  answered: number[];
}

/**
 * Runs in the page. What decides a text's contrast is its colour, size and weight and what lies behind it: its look is a
 * hash of all of these, of its element and of every element around it.
 *
 * @returns what was found, and the looks that passed or failed: of some texts axe can't tell
 */
async function ask({ rules, contrast, answered }: Question): Promise<{ findings: string[]; answered: number[] }> {
  const { axe } = window as unknown as { axe: AxeInPage };
  const looks = new Map<Element, number>();
  const hashes = new Map<string, number>();

  const hashOf = (text: string): number => {
    let hash = 7;
    // Modulo a prime below 2^48, so that every product is exact.
    for (const letter of text) hash = (hash * 31 + letter.charCodeAt(0)) % 281_474_976_710_597;
    return hash;
  };
  const lookOf = (element: Element): number => {
    const found = looks.get(element);
    if (found !== undefined) return found;
    const style = getComputedStyle(element);
    const { color, fontSize, fontWeight, textShadow, opacity, filter, mixBlendMode, position } = style;
    const { backgroundColor, backgroundImage } = style;
    const around = element.parentElement ? lookOf(element.parentElement) : 0;
    const seen = [around, element.tagName, element.getAttribute('class'), color, fontSize, fontWeight, textShadow];
    const key = [...seen, opacity, filter, mixBlendMode, position, backgroundColor, backgroundImage].join('|');
    const look = hashes.get(key) ?? hashOf(key);
    hashes.set(key, look);
    looks.set(element, look);
    return look;
  };

  const known = new Set(answered);
  for (const element of document.querySelectorAll('body *')) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
    element.toggleAttribute('data-asked', hasText && element.checkVisibility() && !known.has(lookOf(element)));
  }
  axe.configure({ rules: [{ id: contrast, selector: '[data-asked]' }] });
  const resultTypes = ['violations', 'passes'];
  const { violations, passes } = await axe.run({ runOnly: [contrast, ...rules], resultTypes, elementRef: true });
  const told = [...violations, ...passes].filter(({ id }) => id === contrast);
  return {
    findings: violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`)),
    answered: told.flatMap(({ nodes }) => nodes.map(({ element }) => lookOf(element))),
  };
}

/**
 * @param page that `axeFindings` has been in
 * @param answered looks that earlier calls had an answer for; those of this one are added
 * @param rules asked of everything at the same time
 */
export async function contrastFindings(page: Page, answered: Set<number>, rules: string[] = []): Promise<string[]> {
  const answer = await page.evaluate(ask, { rules, contrast: CONTRAST, answered: [...answered] });
  for (const look of answer.answered) answered.add(look);
  return answer.findings;
}
