/** What a first visit transfers: every response's body, compressed as a static host would send it. */
import { brotliCompressSync } from 'node:zlib';
import type { Browser } from '@playwright/test';

export interface VisitWeight {
  path: string;
  /** Bytes, Brotli. */
  total: number;
  /** Bytes of scripts among them, inline ones not counted. */
  scripts: number;
  requests: number;
}

/** Types that hosts compress; the rest is counted as it is. */
const compressible = /^(text\/|application\/(javascript|json|wasm|manifest)|image\/svg)/;

/** @param address of the served site, without a slash at the end */
export async function weighVisit(browser: Browser, address: string, path: string): Promise<VisitWeight> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const bodies: Promise<{ type: string; bytes: number }>[] = [];
  page.on('requestfinished', (request) => {
    bodies.push(
      request.response().then(async (response) => {
        const body = (await response?.body()) ?? Buffer.alloc(0);
        const type = response?.headers()['content-type'] ?? '';
        return { type, bytes: compressible.test(type) ? brotliCompressSync(body).length : body.length };
      }),
    );
  });
  await page.goto(address + path, { waitUntil: 'networkidle' });
  page.removeAllListeners('requestfinished'); // What is fetched later is not part of a first visit.
  const loaded = await Promise.all(bodies);
  await context.close();
  const sum = (list: typeof loaded) => list.reduce((total, { bytes }) => total + bytes, 0);
  return {
    path,
    total: sum(loaded),
    scripts: sum(loaded.filter(({ type }) => type.includes('javascript'))),
    requests: loaded.length,
  };
}
