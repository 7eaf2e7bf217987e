/**
 * A button on every block of code that copies it. It is made here so that there is no dead button without JavaScript.
 */
for (const code of document.querySelectorAll<HTMLElement>('.code-panel pre')) {
  const button = document.createElement('button');
  const name = code.getAttribute('aria-label') ?? 'Code';
  const say = (text: string) => {
    button.textContent = text;
    button.ariaLabel = `${text}: ${name}`;
  };
  button.type = 'button';
  button.className = 'copy';
  say('Copy');
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(code.textContent ?? '');
      say('Copied');
    } catch {
      say('Not allowed');
    }
  });
  button.addEventListener('blur', () => say('Copy'));
  button.addEventListener('pointerleave', () => say('Copy'));
  code.before(button);
}
