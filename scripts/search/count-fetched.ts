/** What a browser fetches, counted as a host with gzip would send it. */
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';

interface Fetched {
  path: string;
  /** Bytes on the wire: what is not compressed already is counted at gzip's best. */
  bytes: number;
}

const compressible = /\.(js|css|json|html|svg|xml)$|\/$/;

/**
 * Starts to listen. @returns what has been fetched since, when asked
 */
export function countFetched(page: Page): () => Promise<Fetched[]> {
  const waiting: Promise<Fetched>[] = [];
  page.on('requestfinished', (request) => {
    waiting.push(
      (async () => {
        const path = new URL(request.url()).pathname;
        const body = (await (await request.response())?.body()) ?? Buffer.alloc(0);
        return { path, bytes: compressible.test(path) ? gzipSync(body, { level: 9 }).length : body.length };
      })(),
    );
  });
  return () => Promise.all(waiting);
}
