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
  /** `http://127.0.0.1:<port>` */
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
    // Half a compressed file is no half of a file, and what has no media type (Pagefind's parts) is gzip already.
    filter: (request, response) =>
      request.headers.range === undefined &&
      response.getHeader('Content-Type') !== 'application/octet-stream' &&
      compression.filter(request, response),
  }) as unknown as Middleware;
  const server = createServer((request, response) => {
    const path = pathOf(request);
    if (path === null) return refuse(response, 400);
    const { rules, notFound } = site();
    for (const [name, value] of headersFor(path, rules)) response.setHeader(name, value);
    compress(request, response, () => {
      files(request, response, (refusal?: Refusal) => {
        if (refusal) refuse(response, refusal.statusCode ?? 500);
        else response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(notFound);
      });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  // A connection that can't be accepted, for want of descriptors: the next one can.
  server.on('error', ({ message }) => console.error(message));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
