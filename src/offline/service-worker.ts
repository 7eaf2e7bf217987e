/**
 * The site's service worker, one file that imports nothing; the build fills in the version. It does two things: keeps
 * what the reader has opened, so that it can be read, searched and run without a network (with threads alone: no worker
 * answers for a frame without an origin, in which a process is), and, on hosts that send no headers, adds those that
 * isolate a page, without which there is no shared memory.
 *
 * Written by hand: from Workbox it would need routing, two strategies and expiry, about ten times as many bytes.
 */
interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends ExtendableEvent {
  request: Request;
  respondWith(response: Promise<Response>): void;
}
interface AskEvent extends ExtendableEvent {
  data: unknown;
  source: { postMessage(message: unknown): void } | null;
}
interface WorkerScope {
  registration: { scope: string };
  clients: { claim(): Promise<void> };
  addEventListener(type: 'activate', listen: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'fetch', listen: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', listen: (event: AskEvent) => void): void;
}

const worker = self as unknown as WorkerScope;
const { scope } = worker.registration;

/** Changes with the built assets. */
const VERSION = '{version}';
/** Caches belong to the origin, which other sites may share: the scope in the name marks this site's. */
const PAGES = `${scope} pages`;
const ASSETS = `${scope} assets `;
const ASSETS_NOW = ASSETS + VERSION;

/** What the isolating headers are where the host sends none. */
const ISOLATION: Readonly<Record<string, string>> = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

function isolated(response: Response): Response {
  if (response.type === 'opaqueredirect' || response.headers.has('Cross-Origin-Embedder-Policy')) return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(ISOLATION)) headers.set(name, value);
  const { status, statusText } = response;
  const bodiless = status === 204 || status === 205 || status === 304;
  return new Response(bodiless ? null : response.body, { status, statusText, headers });
}

/** With a full disk the copy fails, not the answer. */
async function keep(cacheName: string, key: string, response: Response): Promise<void> {
  try {
    await (await caches.open(cacheName)).put(key, response);
  } catch {}
}

const withoutQuery = (url: string) => url.replace(/[?#].*$/, '');

/** Shown instead of a page that was never opened: the list of those that were. */
async function keptPages(): Promise<Response> {
  const kept = (await (await caches.open(PAGES)).keys()).map(({ url }) => url.slice(scope.length)).sort();
  const item = (path: string) => `<li><a href="${scope}${path}">${path || 'the first page'}</a></li>`;
  return new Response(
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Offline</title>
<h1>Offline</h1><p>There is no network, and this page was not opened in this browser before. These were:</p><ul>${kept.map(item).join('')}</ul></html>`,
    {
      status: 503,
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': "default-src 'none'" },
    },
  );
}

/** The network's answer, kept; without a network what was kept. */
async function newest(event: FetchEvent, cacheName: string, otherwise: () => Promise<Response>): Promise<Response> {
  const key = withoutQuery(event.request.url);
  try {
    const response = await fetch(event.request);
    if (response.ok) event.waitUntil(keep(cacheName, key, response.clone()));
    return isolated(response);
  } catch {
    const kept = await (await caches.open(cacheName)).match(key, { ignoreVary: true });
    return isolated(kept ?? (await otherwise()));
  }
}

/** For files whose name changes with their content. */
async function keptOrFetched(event: FetchEvent): Promise<Response> {
  const kept = await caches.match(event.request, { ignoreVary: true });
  if (kept) return isolated(kept);
  const response = await fetch(event.request);
  if (response.ok) event.waitUntil(keep(ASSETS_NOW, event.request.url, response.clone()));
  return isolated(response);
}

/** Fetches all that `offline.json` lists, a few at a time, and tells the page how far it is. */
async function keepEverything({ source }: AskEvent): Promise<void> {
  try {
    const { pages, assets }: { pages: string[]; assets: string[] } = await (await fetch(`${scope}offline.json`)).json();
    const left = [...assets.map((path) => [ASSETS_NOW, path] as const), ...pages.map((path) => [PAGES, path] as const)];
    const files = left.length;
    const takeOne = async (): Promise<void> => {
      for (let next = left.pop(); next; next = left.pop()) {
        await (await caches.open(next[0])).add(scope + next[1]);
        source?.postMessage({ kept: files - left.length, files });
      }
    };
    await Promise.all(Array.from({ length: 4 }, takeOne));
    source?.postMessage({ kept: files, files, done: true });
  } catch (error) {
    source?.postMessage({ failed: error instanceof Error ? error.message : String(error) });
  }
}

/** The assets of the previous version stay: a page that is still open may need one. */
async function forgetOld(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith(ASSETS) && name !== ASSETS_NOW);
  await Promise.all(old.slice(0, -1).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

worker.addEventListener('activate', (event) => event.waitUntil(forgetOld()));

worker.addEventListener('message', (event) => {
  if (event.data === 'keep everything') event.waitUntil(keepEverything(event));
});

worker.addEventListener('fetch', (event) => {
  const { method, url, mode, headers } = event.request;
  if (method !== 'GET' || !url.startsWith(scope) || headers.has('range')) return;
  const path = url.slice(scope.length);
  if (mode === 'navigate') event.respondWith(newest(event, PAGES, keptPages));
  else if (path.startsWith('_astro/') || path.startsWith('runner/')) event.respondWith(keptOrFetched(event));
  else if (path.startsWith('pagefind/')) event.respondWith(newest(event, ASSETS_NOW, async () => Response.error()));
});
