/**
 * Opens search by button or Ctrl/Cmd-K. The dialog opens at once and accepts typing while the search itself is fetched.
 * There is no single key for it: speech input types single keys by accident (WCAG 2.1.4).
 */
const searchButton = document.querySelector<HTMLButtonElement>('#search-open');

let dialog: HTMLDialogElement | undefined;

/** The page of results has its own field. */
const ownField = () => document.querySelector<HTMLInputElement>('main .find input[type=search]');

/** Searches for what was typed during the fetch. Until then Enter leads to the page of results. */
async function startFinding(form: HTMLFormElement): Promise<void> {
  const { startPanel } = await import('./search-panel.ts');
  await startPanel(form).find();
}

/** @throws Error when the page has no template for it */
function makeDialog(): HTMLDialogElement {
  const template = document.querySelector<HTMLTemplateElement>('#search-panel');
  const made = template?.content.cloneNode(true) as DocumentFragment | undefined;
  const found = made?.querySelector('dialog');
  const form = made?.querySelector('form');
  if (!found || !form) throw new Error('Expected a dialog with a form in #search-panel, found none');
  document.body.append(found);
  found.querySelector('.find-close')?.addEventListener('click', () => found.close());
  found.addEventListener('click', (event) => {
    // On the backdrop, or on a link to a place on this page.
    if (event.target === found || (event.target as Element).closest('a')) found.close();
  });
  void startFinding(form);
  return found;
}

/** The dialog opens again as it was left, with the words selected. */
function open(): void {
  let field = ownField();
  if (!field) {
    dialog ??= makeDialog();
    if (!dialog.open) dialog.showModal();
    field = dialog.querySelector('input');
  }
  field?.focus();
  field?.select();
}

searchButton?.addEventListener('click', open);
addEventListener('keydown', (event) => {
  const command = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k';
  if (!command) return;
  event.preventDefault();
  open();
});
