/** The page of results: the address holds the query, and every finished query is an entry in the browser's history. */
import { startPanel } from './search-panel.ts';

const form = document.querySelector<HTMLFormElement>('main .find');
if (form) {
  const panel = startPanel(form);
  const entries = [panel.field, ...form.querySelectorAll('select')];

  const addressNow = () => {
    const address = new URL(location.href);
    for (const entry of entries) {
      const value = entry.value.trim();
      if (value) address.searchParams.set(entry.name, value);
      else address.searchParams.delete(entry.name);
    }
    return address.href;
  };
  const remember = () => {
    if (addressNow() !== location.href) history.pushState(null, '', addressNow());
  };
  const restore = () => {
    const { searchParams } = new URL(location.href);
    for (const entry of entries) entry.value = searchParams.get(entry.name) ?? '';
    void panel.find();
  };

  form.addEventListener('change', remember);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    remember();
    void panel.find();
  });
  addEventListener('popstate', restore);
  restore();
  panel.field.focus();
}
