/**
 * A button on every block of code that copies it. It is made here so that there is no dead button without JavaScript. What came
 * of it is told to screen readers as well: few of them say that the name of the button they are on has changed.
 */
const told = document.createElement('output');
told.className = 'sr-only';
document.body.append(told);

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
    told.textContent = button.ariaLabel;
  });
  button.addEventListener('blur', () => {
    say('Copy');
    told.textContent = '';
  });
  button.addEventListener('pointerleave', () => say('Copy'));
  code.before(button);
}
