/** All of the runner that a page loads by itself: the rest comes when it is asked for. */
for (const section of document.querySelectorAll<HTMLElement>('.run[data-experiment]')) {
  const button = section.querySelector<HTMLButtonElement>('.run-start');
  if (!button) continue;
  button.hidden = false;
  button.addEventListener(
    'click',
    async () => {
      button.disabled = true;
      try {
        const { openPanel } = await import('./panel.ts');
        await openPanel(section, button);
      } catch {
        button.disabled = false;
        button.textContent = 'The runner could not be loaded: try again';
      }
    },
    { once: false },
  );
}
