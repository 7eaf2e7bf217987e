/** Starts the service worker when the page has nothing else to do, and works the two buttons in the footer. */

const PREFERENCE = 'offline';
const scope = new URL(import.meta.env.BASE_URL, location.href).href;

const refused = () => {
  try {
    return localStorage.getItem(PREFERENCE) === 'no';
  } catch {
    return false;
  }
};
function remember(choice: 'no' | null): void {
  try {
    if (choice === null) localStorage.removeItem(PREFERENCE);
    else localStorage.setItem(PREFERENCE, choice);
  } catch {
    // Storage is forbidden: the choice holds for this page.
  }
}

const start = () => navigator.serviceWorker.register(`${scope}service-worker.js`, { scope });

interface Progress {
  kept?: number;
  files?: number;
  done?: boolean;
  failed?: string;
}

function workButtons(box: HTMLElement): void {
  const [keep, remove] = box.querySelectorAll('button');
  const status = box.querySelector('output');
  if (!keep || !remove || !status) return;
  box.hidden = false;
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<Progress>) => {
    if (data.failed !== undefined)
      status.textContent = `Not everything could be kept: ${data.failed}. Try again with a network.`;
    else if (data.done)
      status.textContent = `Kept: ${data.files} files. Offline the site can be read and searched, and experiments run with threads alone.`;
    else status.textContent = `Keeping file ${data.kept} of ${data.files}.`;
  });
  keep.addEventListener('click', async () => {
    remember(null);
    status.textContent = 'Starting.';
    try {
      await start();
      (await navigator.serviceWorker.ready).active?.postMessage('keep everything');
    } catch {
      status.textContent = 'This browser does not let the site keep anything.';
    }
  });
  remove.addEventListener('click', async () => {
    remember('no');
    const registration = await navigator.serviceWorker.getRegistration(scope);
    await registration?.unregister();
    const own = (await caches.keys()).filter((name) => name.startsWith(`${scope} `));
    await Promise.all(own.map((name) => caches.delete(name)));
    status.textContent = 'Nothing is kept any more, and nothing will be.';
  });
}

const box = document.querySelector<HTMLElement>('.offline');
if (box && import.meta.env.PROD && 'serviceWorker' in navigator) {
  workButtons(box);
  if (!refused()) {
    const idle = globalThis.requestIdleCallback ?? ((act: () => void) => setTimeout(act, 2000));
    addEventListener('load', () => idle(() => void start().catch(() => undefined)));
  }
}
