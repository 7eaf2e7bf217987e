/** Opens search by button, `/` or Ctrl/Cmd-K. All else is fetched then. */
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

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

searchButton?.addEventListener('click', open);
addEventListener('keydown', (event) => {
  const command = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k';
  const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !isTyping(event.target);
  if (!command && !slash) return;
  event.preventDefault();
  void open();
});
