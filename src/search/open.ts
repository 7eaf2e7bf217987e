/**
 * Opens search by button or Ctrl/Cmd-K. All else is fetched then. There is no single key for it: speech input types
 * single keys by accident (WCAG 2.1.4).
 */
const searchButton = document.querySelector<HTMLButtonElement>('#search-open');

/** On the page of results the field is there already. */
const ownField = () => document.querySelector<HTMLInputElement>('main .find input[type=search]');

async function open(): Promise<void> {
  const field = ownField();
  if (field) {
    field.focus();
    field.select();
    return;
  }
  const { openDialog } = await import('./dialog.ts');
  openDialog();
}

searchButton?.addEventListener('click', open);
addEventListener('keydown', (event) => {
  const command = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k';
  if (!command) return;
  event.preventDefault();
  void open();
});
