/** The sandbox's buttons: the embed loads on click; if it fails, the reader sees why and what else is possible. */

const SILENCE =
  'StackBlitz did not answer. It may be blocked or offline here, or this browser may not run it inside another page: ' +
  'Firefox and Safari often do not. Open it in a new tab, or download the zip.';

for (const section of document.querySelectorAll<HTMLElement>('.sandbox[data-embed]')) {
  const form = section.querySelector('form');
  const button = section.querySelector<HTMLButtonElement>('.embed');
  const status = section.querySelector<HTMLElement>('.sandbox-status');
  const place = section.querySelector<HTMLElement>('.sandbox-frame');
  if (!form || !button || !status || !place) continue;
  const { embed = '', frame = '', experiment = '' } = section.dataset;
  const label = button.textContent;
  let close: (() => void) | undefined;
  const say = (words: string) => {
    status.textContent = words;
  };

  button.hidden = false;
  button.addEventListener('click', async () => {
    if (close) {
      close();
      close = undefined;
      button.textContent = label;
      say('Closed.');
      return;
    }
    button.disabled = true;
    section.ariaBusy = 'true';
    try {
      const { embedSandbox } = await import('./sandbox-frame.ts');
      close = await embedSandbox({ form, place, say, action: embed, name: frame, title: experiment });
      button.textContent = 'Close it';
    } catch {
      say(SILENCE);
      button.textContent = 'Try again';
    } finally {
      button.disabled = false;
      section.ariaBusy = 'false';
    }
  });
}
