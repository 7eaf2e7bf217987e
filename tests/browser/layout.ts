/** Where things lie in a page: nothing is to overflow, be cut or jump, and a claim's answer is to be seen at once. */
import type { Page } from '@playwright/test';

/** What sticks out of the page or is cut off by its own box, each named by tag, class and text. */
export function findCut(): string[] {
  const told = (element: Element) =>
    `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${element.textContent?.trim().slice(0, 40)}"`;
  const cut: string[] = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) cut.push(`the page is ${scrollWidth - clientWidth} px wider than the window`);
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    const { overflowX } = getComputedStyle(element);
    if (overflowX !== 'hidden' && overflowX !== 'clip') continue;
    if (element.closest('.sr-only, svg, [aria-hidden="true"]:not(.lane-names), dialog, template')) continue;
    const tooWide = element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1;
    if (tooWide && element.checkVisibility() && element.textContent?.trim()) {
      cut.push(`${told(element)} is cut by its box`);
    }
  }
  for (const text of document.querySelectorAll<SVGTextElement>('.plot text, .overview text')) {
    const frame = text.ownerSVGElement?.getBoundingClientRect();
    const box = text.getBoundingClientRect();
    if (!frame || box.width === 0) continue;
    if (box.left < frame.left - 2 || box.right > frame.right + 2) cut.push(`${told(text)} leaves its drawing`);
  }
  return cut;
}

/** Labels that lie on one another in any drawing of the page: of every runtime, folded or not. The page is left as it was. */
export function findCollidingLabels(): string[] {
  const root = document.documentElement;
  const { runtime } = root.dataset;
  const folded = [...document.querySelectorAll('details:not([open])')].filter((one) => one.querySelector('.plot'));
  for (const one of folded) one.toggleAttribute('open', true);
  const choices = [...document.querySelectorAll<HTMLInputElement>('.runtime-switch input')].map(({ value }) => value);
  const colliding = (choices.length > 0 ? choices : [runtime]).flatMap((choice) => {
    if (choice !== undefined) root.dataset.runtime = choice;
    return [...document.querySelectorAll('.plot > svg')].flatMap((drawing) => {
      const labels = [...drawing.querySelectorAll('text')]
        .map((text) => ({ words: text.textContent, box: text.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0);
      return labels.flatMap((one, index) =>
        labels.slice(index + 1).flatMap((other) => {
          const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
          const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
          return across > 1 && down > 3
            ? [`${choice}: “${one.words}” and “${other.words}” overlap in ${drawing.id}`]
            : [];
        }),
      );
    });
  });
  for (const one of folded) one.toggleAttribute('open', false);
  if (runtime !== undefined) root.dataset.runtime = runtime;
  return colliding;
}

/** Sum of all shifts that no input caused, from the first paint until two frames after loading. */
export async function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
            if (!shift.hadRecentInput) sum += shift.value;
          }
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(sum))));
      }),
  );
}

/** What of a claim's answer a reader has to scroll for, runtime by runtime; the page is left on the last of them. */
export function findBelowFirstScreen(): string[] {
  const bar = document.querySelector('.runtime-switch')?.getBoundingClientRect();
  const floor = bar && bar.top > innerHeight / 2 ? bar.top : innerHeight;
  return [...document.querySelectorAll<HTMLInputElement>('.runtime-switch input')].flatMap(({ value }) => {
    document.documentElement.dataset.runtime = value;
    const card = document.querySelector(`.answer-card > .for-runtime[data-runtime="${value}"]`);
    const chip = card?.querySelector('.chip');
    const says = card?.querySelector('.answer-says');
    if (!chip || !says) return [`${value}: expected a verdict and a sentence, found none`];
    const figure = card?.querySelector('.interval-strip, .round-squares');
    if (!figure && card?.querySelector('.answer-machines'))
      return [`${value}: expected the figure of a verdict, found none`];
    return [chip, says, figure ?? says]
      .filter((part) => !(part.getBoundingClientRect().bottom <= floor && part.checkVisibility()))
      .map((part) => `${value}: ${part.getAttribute('class')} ends at ${part.getBoundingClientRect().bottom}`);
  });
}
