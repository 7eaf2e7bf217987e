/** What a browser fetches, counted as a host with gzip would send it. */
import { gzipSync } from 'node:zlib';
import type { Page, Request } from '@playwright/test';

interface Fetched {
  path: string;
  /** On the wire: what is not compressed already is counted at gzip's best. */
  bytes: number;
}

const compressible = /\.(js|css|json|html|svg|xml)$|\/$/;

async function count(request: Request): Promise<Fetched> {
  const path = new URL(request.url()).pathname;
  const body = (await (await request.response())?.body()) ?? Buffer.alloc(0);
  return { path, bytes: compressible.test(path) ? gzipSync(body, { level: 9 }).length : body.length };
}

/** Starts to listen. @returns stops listening and gives what was fetched in between */
export function countFetched(page: Page): () => Promise<Fetched[]> {
  const waiting: Promise<Fetched>[] = [];
  const listen = (request: Request) => waiting.push(count(request));
  page.on('requestfinished', listen);
  return () => {
    page.off('requestfinished', listen);
    return Promise.all(waiting);
  };
}
