// Fetches one page.
// Plain JavaScript: what a worker's start costs is then its own, and not the stripping of types.
import { now } from '../../_shared/node/clock.mjs';

const WARM_UP = 10;

/** A connection breaks a moment before the system says that the site has died, which is then the program's end. */
async function failLater(error) {
  await new Promise((over) => setTimeout(over, 1000));
  throw error;
}

/**
 * The addresses that a page links to, and when it was waited for, as `now` tells it.
 * @param {string} url
 */
export async function fetchPage(url) {
  const began = now();
  const text = await fetch(url)
    .then((response) => response.text())
    .catch(failLater);
  const links = [...text.matchAll(/href="([^"]+)"/g)].map(([, path = '']) => new URL(path, url).href);
  return { url, links, began, ended: now() };
}

/**
 * Fetches a page that makes nobody wait: the first `fetch` of a program or worker loads what it is made of.
 * @param {string} address of the site
 */
export async function warmUp(address) {
  for (let i = 0; i < WARM_UP; i++) await fetchPage(`${address}/warm-up`);
}
