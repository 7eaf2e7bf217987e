/** Search over the page one is on. */
import { startPanel } from './panel.ts';

let dialog: HTMLDialogElement | undefined;

/** @throws Error when the page has no template for it */
function makeDialog(): HTMLDialogElement {
  const template = document.querySelector<HTMLTemplateElement>('#search-panel');
  const made = template?.content.cloneNode(true) as DocumentFragment | undefined;
  const found = made?.querySelector('dialog');
  const form = made?.querySelector('form');
  if (!found || !form) throw new Error('Expected a dialog with a form in #search-panel, found none');
  document.body.append(found);
  startPanel(form);
  found.querySelector('.find-close')?.addEventListener('click', () => found.close());
  found.addEventListener('click', (event) => {
    // On the backdrop, or on a link to a place on this page.
    if (event.target === found || (event.target as Element).closest('a')) found.close();
  });
  return found;
}

/** The first time it is made; after that it comes back as it was left, with the words selected. */
export function openDialog(): void {
  dialog ??= makeDialog();
  if (!dialog.open) dialog.showModal();
  const field = dialog.querySelector('input');
  field?.focus();
  field?.select();
}
