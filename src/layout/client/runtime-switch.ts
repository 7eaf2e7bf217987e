/** Keeps the switch, the page and the other tabs in step. The early script in the head has set the first choice. */
const page = document.documentElement;
const choices = document.querySelectorAll<HTMLInputElement>('.runtime-switch input');

function show(runtime: string): void {
  page.dataset.runtime = runtime;
  for (const choice of choices)
    choice.checked = choice.closest('label')?.dataset.choice?.split(' ').includes(runtime) ?? false;
}

for (const choice of choices) {
  choice.addEventListener('change', () => {
    // What the reader looks at stays where it is, though what is above it may have changed height.
    const anchor = document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest('.for-runtime')?.parentElement;
    const before = anchor?.getBoundingClientRect().top;
    show(choice.value);
    if (anchor && before !== undefined)
      scrollBy({ top: anchor.getBoundingClientRect().top - before, behavior: 'instant' });
    try {
      localStorage.setItem('runtime', choice.value);
    } catch {
      // Storage refused: the choice holds for this page only.
    }
  });
}

addEventListener('storage', (event) => {
  if (event.key === 'runtime' && event.newValue) show(event.newValue);
});

if (page.dataset.runtime) show(page.dataset.runtime);
