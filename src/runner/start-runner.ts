/** The only part of the runner that a page loads by itself; the rest is loaded on request. */
import { reloadedFor, reloadIsolated } from '../offline/isolation.ts';
import { isKept } from './saved-run.ts';

const sections = document.querySelectorAll<HTMLElement>('.run[data-experiment]');

for (const section of sections) {
  const starters = [...section.querySelectorAll<HTMLButtonElement>('.run-start, .run-kept')];
  for (const button of starters) {
    const kept = button.className === 'run-kept';
    button.hidden = kept && !isKept(section.dataset.experiment ?? '');
    button.addEventListener('click', async () => {
      button.disabled = true;
      try {
        if (!kept && (await reloadIsolated(section.dataset.experiment ?? ''))) return;
        const { openPanel } = await import('./runner-panel.ts');
        await openPanel(section, starters, kept ? 'kept' : 'run');
      } catch {
        button.disabled = false;
        button.textContent = 'The runner could not be loaded: try again';
      }
    });
  }
}

const [first] = sections;
const linked = location.hash.startsWith('#run=');
if (first && (linked || reloadedFor() === first.dataset.experiment)) {
  const starters = [...first.querySelectorAll<HTMLButtonElement>('.run-start, .run-kept')];
  first.scrollIntoView();
  const { openPanel } = await import('./runner-panel.ts');
  await openPanel(first, starters, linked ? 'link' : 'run');
}
