// A small site whose every page makes one wait. The first links to all others, so that as many as one likes can be under way.
// It holds its first answers back until as many links as shall be waited for together have been asked for, and only then lets
// them wait. Any other path is answered at once, for those that warm up.
// node _site.ts [pages] [links together] [ms a page takes] serves it on a free port of this machine, and prints its address.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { watched } from '../../_shared/node/workers.ts';

const file = fileURLToPath(import.meta.url);

function page(number: number, pages: number): string {
  const links = number === 0 ? Array.from({ length: pages - 1 }, (_, index) => index + 1) : [];
  return `<h1>Page ${number}</h1>\n${links.map((link) => `<a href="/${link}">page ${link}</a>\n`).join('')}`;
}

function serve(pages: number, together: number, milliseconds: number) {
  let linksAsked = 0;
  let letThemWait = () => {};
  const allAsked = new Promise<void>((resolve) => {
    letThemWait = resolve;
  });
  const server = createServer(async (request, response) => {
    const number = Number(request.url?.slice(1));
    if (number > 0) {
      linksAsked++;
      if (linksAsked === together) letThemWait();
      await allAsked;
    }
    if (number >= 0) await setTimeout(milliseconds);
    response.setHeader('Content-Type', 'text/html').end(page(number, pages));
  });
  process.stdin.on('end', () => process.exit()).resume(); // whoever started it is gone
  server.listen(0, '127.0.0.1', 1024, () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
}

/** Serves the site from a process of its own, which ends when this program does, and ends it when it dies. */
export async function startSite(pages: number, together: number, milliseconds: number): Promise<string> {
  const args = [pages, Math.min(together, pages - 1), milliseconds].map(String);
  const server = spawn(process.execPath, [file, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  watched(server, 'site');
  const [line] = await once(server.stdout, 'data');
  server.unref();
  for (const pipe of [server.stdin, server.stdout] as unknown as Socket[]) pipe.unref();
  return String(line).trim();
}

if (process.argv[1] === file) {
  const [pages = 201, together = 1, milliseconds = 10] = process.argv.slice(2).map(Number);
  serve(pages, together, milliseconds);
}
