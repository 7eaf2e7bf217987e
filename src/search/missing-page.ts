/** On the page for addresses that have none: searches for the words of the address. */
import { startPanel } from './search-panel.ts';

const form = document.querySelector<HTMLFormElement>('main .find');
if (form) {
  const panel = startPanel(form);
  const below = location.pathname.slice((form.dataset.base ?? '/').length);
  panel.field.value = decodeURIComponent(below)
    .replace(/\.\w+$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  void panel.find();
}
