// Fetches one page. Runs the same in Node.js and in a browser.
// Plain JavaScript: what a worker's start costs is then its own, and not the stripping of types.

const WARM_UP = 10;
const now = () => performance.timeOrigin + performance.now();

/**
 * The addresses that a page links to, and when it was waited for, in ms since 1970.
 * @param {string} url
 */
export async function fetchPage(url) {
  const began = now();
  const text = await (await fetch(url)).text();
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
