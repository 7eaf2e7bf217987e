/**
 * Serves a built site on 127.0.0.1 with the headers of its `_headers` and compressed as hosts do it, so that what works
 * here works there. What has no media type is sent as it is: Pagefind's parts are gzip already.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import compression from 'compression';
import sirv from 'sirv';
import { CommandFailure } from '../command/define-command.ts';
import { headersFor, parseHeaders } from './headers.ts';

/** Typed for Express, but uses nothing that Node.js itself does not have. */
type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

export interface SiteServer {
  /** `http://127.0.0.1:<port>` */
  address: string;
  close(): Promise<void>;
}

/**
 * @param folder the built site
 * @param port 0 for any free one
 * @throws CommandFailure when there is no built site in the folder; Error when the port can't be had
 */
export async function serveSite(folder: string, port: number): Promise<SiteServer> {
  const headersFile = join(folder, '_headers');
  if (!existsSync(headersFile)) {
    throw new CommandFailure(
      `Expected a built site in ${folder}, found no _headers file there. Run "npm run build" first.`,
    );
  }
  const rules = parseHeaders(readFileSync(headersFile, 'utf8'));
  const notFound = readFileSync(join(folder, '404.html'));
  const files = sirv(folder, { etag: true, dotfiles: false });
  const compress = compression({
    // Half a compressed file is no half of a file: a range goes out as it is.
    filter: (request, response) => request.headers.range === undefined && compression.filter(request, response),
  }) as unknown as Middleware;
  const server = createServer((request, response) => {
    const path = decodeURI(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
    for (const [name, value] of headersFor(path, rules)) response.setHeader(name, value);
    compress(request, response, () => {
      files(request, response, () => {
        response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(notFound);
      });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
