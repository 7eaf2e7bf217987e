/** Field, filters and results, working together; the same in the dialog and on the page of results. */
import { type Finder, openFinder } from './finder.ts';
import { showBroken, showHits, showNothing } from './results-view.ts';

/** `Nothing on this site says “ruby” or “ractor”.` */
function saidUnknown(words: readonly string[]): string {
  return words.length > 0 ? ` Nothing on this site says ${words.map((word) => `“${word}”`).join(' or ')}.` : '';
}

/** Milliseconds of silence after which typing counts as finished. */
const pause = 120;
const firstShown = 5;
const moreShown = 15;

export interface Panel {
  field: HTMLInputElement;
  /** Searches for what the field and the filters now hold. */
  find(): Promise<void>;
}

/** @throws Error naming the part that is missing from the panel's HTML */
function part<Type extends Element>(form: Element, selector: string, type: new () => Type): Type {
  const found = form.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`Expected ${selector} in the search panel, found none`);
  return found;
}

/** Arrow keys walk through the links; a letter typed on a link is added to the field. */
function walkByArrows(form: HTMLFormElement, field: HTMLInputElement, list: HTMLElement): void {
  form.addEventListener('keydown', (event) => {
    const links = [...list.querySelectorAll<HTMLAnchorElement>('a')];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    const inField = document.activeElement === field;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && (inField || at >= 0)) {
      event.preventDefault();
      const next = at + step;
      if (next < 0) field.focus();
      else links[Math.min(next, links.length - 1)]?.focus();
    } else if (at >= 0 && event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey) {
      field.focus();
    }
  });
}

/** @param form made by SearchPanel.astro */
export function startPanel(form: HTMLFormElement): Panel {
  const base = `${(form.dataset.base ?? '').replace(/\/$/, '')}/`;
  const field = part(form, 'input[type=search]', HTMLInputElement);
  const kind = part(form, 'select[name=kind]', HTMLSelectElement);
  const runtime = part(form, 'select[name=runtime]', HTMLSelectElement);
  const status = part(form, '[role=status]', HTMLElement);
  const list = part(form, '.find-hits', HTMLElement);
  const more = part(form, '.find-more', HTMLButtonElement);
  const samples = part(form, '.find-samples', HTMLElement);
  let finder: Promise<Finder> | undefined;
  let latest = 0;
  let shown = firstShown;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function show(query: string, turn: number): Promise<void> {
    finder ??= openFinder(base);
    const opened = await finder;
    const findings = await opened.find(query, { kind: kind.value, runtime: runtime.value });
    if (turn !== latest) return;
    if (findings.total === 0) {
      showNothing(list, opened.nearest(query), base);
      status.textContent = `Nothing found for “${query}”.${saidUnknown(findings.unknown)} Nearest terms follow.`;
      more.hidden = true;
    } else {
      const count = await showHits(list, findings, shown, base);
      if (turn !== latest) return;
      const corrected = findings.corrected ? `, read as “${findings.corrected}”` : '';
      const results = findings.total === 1 ? '1 result' : `${findings.total} results`;
      status.textContent = `${results} for “${query}”${corrected}${findings.unknown.length > 0 ? '.' : ''}${saidUnknown(findings.unknown)}`;
      more.hidden = count >= findings.total;
    }
    list.dataset.query = query;
  }

  async function find(): Promise<void> {
    latest += 1;
    const turn = latest;
    const query = field.value.trim();
    samples.hidden = query !== '';
    if (query === '') {
      list.replaceChildren();
      status.textContent = '';
      more.hidden = true;
      delete list.dataset.query;
      return;
    }
    try {
      await show(query, turn).catch(() => {
        // A part of the index may have been lost on the way: try once more, from the beginning.
        finder = undefined;
        return show(query, turn);
      });
    } catch (error) {
      if (turn !== latest) return;
      finder = undefined;
      showBroken(list, base);
      status.textContent = `The search index could not be read (${error instanceof Error ? error.message : 'no reason given'}).`;
    }
  }

  const findAfresh = () => {
    shown = firstShown;
    clearTimeout(timer);
    timer = setTimeout(find, pause);
  };
  field.addEventListener('input', findAfresh);
  kind.addEventListener('change', findAfresh);
  runtime.addEventListener('change', findAfresh);
  more.addEventListener('click', async () => {
    const before = list.querySelectorAll('.find-hit').length;
    shown += moreShown;
    await find();
    // Focus moves to the first new result.
    list.querySelectorAll('.find-hit')[before]?.querySelector('a')?.focus();
  });
  walkByArrows(form, field, list);
  return { field, find };
}
