/**
 * Serves a built site on 127.0.0.1 with the headers of its `_headers` and compressed as hosts do it, so that what works
 * here works there. Whatever a client sends, or a build takes away meanwhile, costs one answer and never the server.
 */
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import compression from 'compression';
import serveStatic from 'serve-static';
import { CommandFailure } from '../command/define-command.ts';
import { headersFor } from './headers.ts';
import { watchSite } from './served-site.ts';

/** Typed for Express, but uses nothing that Node.js itself does not have. */
type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** What the file server says of a request that it can't answer: 412, 416, or 500 for a file that can't be read. */
interface Refusal {
  statusCode?: number;
}

export interface SiteServer {
  /** `http://127.0.0.1:<port>`, and the path that the site is published under, without a slash at its end. */
  address: string;
  close(): Promise<void>;
}

/** The path that is asked for; null where the request line holds none that can be decoded. */
function pathOf(request: IncomingMessage): string | null {
  try {
    return decodeURI(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
  } catch {
    return null;
  }
}

/** The file server looks below the base, and redirects by the address as it was. */
function inBase(request: IncomingMessage, base: string): IncomingMessage {
  return Object.assign(request, { originalUrl: request.url, url: request.url?.slice(base.length - 1) });
}

function refuse(response: ServerResponse, status: number): void {
  if (response.headersSent) response.destroy();
  else response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${status}\n`);
}

/**
 * @param folder the built site
 * @param port 0 for any free one
 * @throws CommandFailure when there is no built site in the folder; Error when the port can't be had
 */
export async function serveSite(folder: string, port: number): Promise<SiteServer> {
  if (!existsSync(join(folder, '_headers'))) {
    throw new CommandFailure(
      `Expected a built site in ${folder}, found no _headers file there. Run "npm run build" first.`,
    );
  }
  const site = watchSite(folder);
  const files = serveStatic(folder);
  const compress = compression({
    // A range of a file can't be sent compressed, and what has no media type (Pagefind's parts) is gzip already.
    filter: (request, response) =>
      request.headers.range === undefined &&
      response.getHeader('Content-Type') !== 'application/octet-stream' &&
      compression.filter(request, response),
  }) as unknown as Middleware;
  const server = createServer((request, response) => {
    const path = pathOf(request);
    if (path === null) return refuse(response, 400);
    const { base, rules, notFound } = site();
    for (const [name, value] of headersFor(path, rules)) response.setHeader(name, value);
    const missing = () => void response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(notFound);
    compress(request, response, () => {
      if (base !== '/' && !request.url?.startsWith(base)) return missing();
      files(inBase(request, base), response, (refusal?: Refusal) => {
        if (refusal) refuse(response, refusal.statusCode ?? 500);
        else missing();
      });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  // A connection that can't be accepted, for want of descriptors: the next one can.
  server.on('error', ({ message }) => console.error(message));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${site().base.slice(0, -1)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
